"""As much of JSON Schema as the project's own schema uses, so that validating needs no package.

What it does not know it does not pass over: an unknown keyword is an error.
"""

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "null": lambda value: value is None,
}
# Say nothing about whether a value is valid.
REMARKS = {"$schema", "$defs", "title", "description", "format", "default"}


def errors(value, schema, root=None, path="$"):
    """Everything in which a value is not what the schema says."""
    root = schema if root is None else root
    if schema is True:
        return []
    found = []
    for keyword, rule in schema.items():
        found += check(keyword, rule, value, schema, root, path)
    return found


def check(keyword, rule, value, schema, root, path):
    if keyword in REMARKS:
        return []
    if keyword == "$ref":
        target = root
        for part in rule.removeprefix("#/").split("/"):
            target = target[part]
        return errors(value, target, root, path)
    if keyword == "type":
        kinds = rule if isinstance(rule, list) else [rule]
        return [] if any(TYPES[kind](value) for kind in kinds) else [f"{path} is not {' or '.join(kinds)}: {value!r}"]
    if keyword == "enum":
        return [] if value in rule else [f"{path} is none of {rule}: {value!r}"]
    if keyword == "const":
        return [] if value == rule else [f"{path} is not {rule}: {value!r}"]
    if keyword in ("minimum", "maximum"):
        if not TYPES["number"](value):
            return []
        fits = value >= rule if keyword == "minimum" else value <= rule
        return [] if fits else [f"{path} is beyond the {keyword} {rule}: {value!r}"]
    if keyword == "anyOf":
        branches = [errors(value, branch, root, path) for branch in rule]
        return [] if any(not branch for branch in branches) else min(branches, key=len)
    if keyword == "items":
        items = enumerate(value) if isinstance(value, list) else ()
        return [error for at, item in items for error in errors(item, rule, root, f"{path}[{at}]")]
    if keyword == "required":
        return [f"{path}.{name} is missing" for name in rule if isinstance(value, dict) and name not in value]
    if keyword == "properties":
        names = [name for name in rule if isinstance(value, dict) and name in value]
        return [error for name in names for error in errors(value[name], rule[name], root, f"{path}.{name}")]
    if keyword == "additionalProperties":
        known = schema.get("properties", {})
        names = [name for name in value if name not in known] if isinstance(value, dict) else []
        if rule is False:
            return [f"{path}.{name} is not in the schema" for name in names]
        return [error for name in names for error in errors(value[name], rule, root, f"{path}.{name}")]
    return [f"the schema uses `{keyword}`, which this validator does not know ({path})"]
