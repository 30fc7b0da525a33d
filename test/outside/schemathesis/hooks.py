"""What Schemathesis cannot know of the schema: how the scalars are written, and which answers are failures."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

known = {
    "EDTF": ["2024-07-04", "2025", "2024-07~", "2024/2026", "../2025", "2024-13-45", "'; --"],
    "DateTime": ["2024-07-04T00:00:00Z", "2199-01-01T00:00:00+08:00", "yesterday"],
    "Decimal": ["45", "0.1", "-1e99", "1e999", "NaN"],
    "LanguageTag": ["zh-Hans", "en", "zh-Latn-pinyin", "x"],
    "URL": ["https://www.wikidata.org/entity/Q956", "javascript:alert(1)"],
}
for name, values in known.items():
    schemathesis.graphql.scalar(name, st.sampled_from(values).map(nodes.String))

representations = [
    {"__typename": "Region", "code": "110000"},
    {"__typename": "Region", "id": "region/nowhere"},
    {"__typename": "Nothing"},
    {},
]
schemathesis.graphql.scalar(
    "_Any",
    st.sampled_from(representations).map(
        lambda fields: nodes.Object(
            fields=[nodes.ObjectField(name=nodes.Name(value=key), value=nodes.String(value)) for key, value in fields.items()]
        )
    ),
)


@schemathesis.check
def answers_as_agreed(ctx, response, case):
    """Whatever is asked is answered in JSON, refused with a code where it is wrong, and never a failure of the server."""
    assert response.status_code < 500, response.text
    assert "json" in response.headers["content-type"][0], response.headers
    for error in response.json().get("errors", []):
        code = error.get("extensions", {}).get("code")
        assert code and code not in ("INTERNAL_SERVER_ERROR", "STORE_UNAVAILABLE"), response.text
