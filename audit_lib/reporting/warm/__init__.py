"""Reports without the wait: a server that has the libraries loaded forks an interpreter for each notebook.

What runs is what papermill runs, in a process of its own that nobody else has used; only the seconds in which
Python loads pandas, networkx and matplotlib are spent once instead of once a notebook. Linux only; elsewhere,
or where something stands in the way, the notebook runs as papermill runs it, and a warning says why.

    caller (papermill, nbval, JupyterLab)           server                       child, one a notebook
    engine > manager > caller  ---- who, where ---> forks ---------------------> cells or kernel
                     manager  <---------- cells, outputs, over sockets of their own ---->

`caller` finds or starts the server at the `address` that the code it has loaded gives it; `server` does
nothing but fork and clean up, for it must never hold a thread; `loaded` says what it has loaded; `child`
makes the fork a process of the caller's, and `cells` (for the engine) or `kernel` (for the provisioner)
answers from it.
"""
