"""Parts and words of a bundle for tests."""

import datetime as dt

from audit_lib.exports.bundle_part import BundleAbout, Part

DAY = dt.date(2026, 11, 22)
ABOUT = BundleAbout("Kiosk & <b>", "kiosk", "1", "ab" * 32, DAY, "privacy-audit 1", (("Logs", "none <i>"),))
PARTS = (
    Part("records/a.xlsx", b"workbook", "Record of <A>", "1 activity.", ("UK GDPR Art. 30(4)",)),
    Part("records/a.html", b"<p>page</p>", "Record of <A>", "1 activity.", ("UK GDPR Art. 30(4)",)),
    Part("risks/risk-report.html", b"x" * 2_000_000, "Risks", "Many."),
)
