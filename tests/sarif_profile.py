"""The part of SARIF 2.1.0 that the workbench writes, as a closed JSON Schema in our own words.

Every object allows only the properties that are named here; names, types, enumerations and bounds are as in
the standard (OASIS, SARIF 2.1.0 with errata 01), so that what passes here passes there. What code scanning on
GitHub asks for on top is said as well: a location for each result, a help text for each rule.
"""

NUMBER = {"type": "integer", "minimum": 1}
TEXT = {"type": "string", "minLength": 1}
TEXTS = {"type": "array", "items": {"type": "string"}}
BAG = {"type": "object"}


def closed(required, **optional):
    """An object with exactly these properties; those in `required` must be there."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def one_of(*words):
    return {"enum": list(words)}


def listed(item, *, least=0, once=True):
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": once}


MESSAGE = closed({"text": TEXT})
LEVEL = one_of("error", "warning", "note")
TAGGED = {"type": "object", "properties": {"tags": {**TEXTS, "uniqueItems": True, "maxItems": 20}}}

# A relative address must be one that any reader of addresses takes: no blank, no bracket, no backslash.
ADDRESS = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}
PHYSICAL = closed(
    {"artifactLocation": closed({"uri": ADDRESS})}, region=closed({"startLine": NUMBER}, startColumn=NUMBER)
)
LOCATION = closed({"physicalLocation": PHYSICAL})
RELATED = closed({"id": NUMBER, "physicalLocation": PHYSICAL})

RULE = closed(
    {
        "id": TEXT,
        "name": {"type": "string", "minLength": 1, "maxLength": 255},
        "shortDescription": closed({"text": {"type": "string", "minLength": 1, "maxLength": 1024}}),
        "fullDescription": closed({"text": {"type": "string", "minLength": 1, "maxLength": 1024}}),
        "help": closed({"text": TEXT}),
        "defaultConfiguration": closed({"level": LEVEL}),
    },
    properties={
        **TAGGED,
        "properties": {
            **TAGGED["properties"],
            "precision": one_of("very-high", "high", "medium", "low"),
            "problem.severity": one_of("error", "warning", "recommendation"),
        },
    },
)

RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": listed(LOCATION, least=1, once=False),
        "partialFingerprints": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "required": ["primaryLocationLineHash"],
        },
        "properties": BAG,
    },
    rank={"type": "number", "minimum": 0, "maximum": 100},
    relatedLocations=listed(RELATED),
    baselineState=one_of("new", "unchanged", "updated", "absent"),
    suppressions=listed(
        closed(
            {
                "kind": one_of("inSource", "external"),
                "status": one_of("accepted", "underReview", "rejected"),
                "justification": {"type": "string"},
            }
        )
    ),
)

NOTIFICATION = closed({"level": LEVEL, "message": MESSAGE})

RUN = closed(
    {
        "tool": closed({"driver": closed({"name": TEXT, "semanticVersion": TEXT, "rules": listed(RULE)})}),
        "automationDetails": closed({"id": {"type": "string", "pattern": "/$"}}),
        "columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"),
        "invocations": listed(
            closed(
                {
                    "executionSuccessful": {"type": "boolean"},
                    "toolExecutionNotifications": listed(NOTIFICATION, once=False),
                }
            ),
            once=False,
        ),
        "properties": BAG,
        "results": {"type": "array", "items": RESULT, "maxItems": 25_000},
    }
)

PROFILE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **closed(
        {
            "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
            "version": {"const": "2.1.0"},
            "runs": listed(RUN, least=1, once=False),
        }
    ),
}
