"""Following all data categories through all flows at once, over plain arrays; private to this package.

A *slot* is one party and one word of 64 categories; what it holds is one 64-bit number. A flow that carries
categories of two words is two *wires*. Slots are numbered by how many wires come in, busiest first, so that
the first wire into each slot, then the second wire into each, and so on, are blocks that can be followed
without looking up where they go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Index = NDArray[np.intp]
Flags = NDArray[np.bool_]

# Measured at 100,000 flows: following a wire costs about eight times as much where the wires must be picked
# out first as where all are followed in the order in which they are laid.
_ALL_IF_OVER: Final = 1 / 8
# Below this many wires a layer is not worth a call of its own.
_LEAST_LAYER: Final = 64


@dataclass(frozen=True, eq=False)
class Wires:
    """Every flow, once for each word of categories that it carries, laid out in two orders.

    ``slots[n]`` says which slot has number *n*, as ``word * parties + party``. By recipient, in layers:
    `giver` and `given` hold first the first wire into slots 0, 1, 2 ..., then the second wire into slots 0,
    1, ..., and so on; `layers` are the ends of these blocks. The wires after the last block, into few and
    busy slots, go to `rest`. By sender: the wires out of slot *n* stand at ``offsets[n]`` to
    ``offsets[n + 1]`` of `recipient` and `carries`.
    """

    slots: Index
    layers: tuple[int, ...]
    giver: Index
    given: Words
    rest: Index
    offsets: Index
    recipient: Index
    carries: Words


def lay_wires(sender: Index, recipient: Index, carries: Words, parties: int) -> Wires:
    """Return the wires of flows (F,) that carry words (W, F) between so many parties."""
    word, flow = np.nonzero(carries)
    come, go, bits = word * parties + recipient[flow], word * parties + sender[flow], carries[word, flow]
    slots = np.argsort(-np.bincount(come, minlength=len(carries) * parties), kind="stable")
    number = np.empty_like(slots)
    number[slots] = np.arange(len(slots))
    come, go = number[come], number[go]
    by_recipient, by_sender = np.argsort(come, kind="stable"), np.argsort(go, kind="stable")
    ends = offsets_of(come, len(slots))
    depth = np.arange(len(come)) - ends[come[by_recipient]]
    laid = by_recipient[np.argsort(depth, kind="stable")]
    sizes = np.bincount(depth)
    layers = np.cumsum(sizes[sizes >= _LEAST_LAYER])
    return Wires(
        slots=slots,
        layers=tuple(layers.tolist()),
        giver=go[laid],
        given=bits[laid],
        rest=come[laid][layers[-1:].sum() :],
        offsets=offsets_of(go, len(slots)),
        recipient=come[by_sender],
        carries=bits[by_sender],
    )


def spread(wires: Wires, outset: Words) -> Words:
    """Return what each party holds when every flow has carried what its sender holds, until nothing moves.

    After the first rounds only parties that have just gained something are looked at again, so that a map
    with circles ends, and time stays near that of one pass over the flows.

    Parameters
    ----------
    outset
        What the parties hold before any flow, (W, P). It is left as it is.
    """
    held = outset.reshape(-1)[wires.slots]
    gained = np.flatnonzero(held)
    while len(gained):
        count = (wires.offsets[gained + 1] - wires.offsets[gained]).sum()
        many = count > _ALL_IF_OVER * len(wires.recipient)
        gained = _pull(wires, held) if many else _push(wires, held, gained)
    found = np.empty_like(held)
    found[wires.slots] = held
    return found.reshape(outset.shape)


def _pull(wires: Wires, held: Words) -> Index:
    """Let every slot take what all wires bring it; return the slots that gained."""
    before = held.copy()
    begin = 0
    for end in wires.layers:
        came = held[wires.giver[begin:end]]
        came &= wires.given[begin:end]
        held[: end - begin] |= came
        begin = end
    np.bitwise_or.at(held, wires.rest, held[wires.giver[begin:]] & wires.given[begin:])
    return np.flatnonzero(held != before)


def _push(wires: Wires, held: Words, slots: Index) -> Index:
    """Let some slots send what they hold; return the slots that gained."""
    at, counts = outgoing(wires.offsets, slots)
    recipient = wires.recipient[at]
    fresh = np.repeat(held[slots], counts)
    fresh &= wires.carries[at]
    fresh &= ~held[recipient]
    new = np.flatnonzero(fresh)
    recipient = recipient[new]
    np.bitwise_or.at(held, recipient, fresh[new])
    changed = np.zeros(len(held), np.bool_)
    changed[recipient] = True
    return np.flatnonzero(changed)


def outgoing(offsets: Index, senders: Index) -> tuple[Index, Index]:
    """Return where what goes out of some senders stands, and how many there are of each.

    >>> at, counts = outgoing(np.array([0, 2, 2, 5]), np.array([0, 2]))
    >>> at.tolist(), counts.tolist()
    ([0, 1, 2, 3, 4], [2, 3])
    """
    start = offsets[senders]
    counts = offsets[senders + 1] - start
    ends = np.cumsum(counts)
    at = np.repeat(start - ends + counts, counts)
    at += np.arange(len(at))
    return at, counts


def offsets_of(sender: Index, senders: int) -> Index:
    """Return where each sender's part begins once the array is sorted, and where the last one ends.

    >>> offsets_of(np.array([0, 0, 2]), 3).tolist()
    [0, 2, 2, 3]
    """
    return np.append(0, np.cumsum(np.bincount(sender, minlength=senders))).astype(np.intp)
