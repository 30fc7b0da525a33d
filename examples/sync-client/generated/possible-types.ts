
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Entity": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Corridor",
      "Official",
      "PolicyMeasure",
      "Region",
      "Target"
    ],
    "Node": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Conflict",
      "Corridor",
      "Edition",
      "Official",
      "PolicyMeasure",
      "Region",
      "Release",
      "Source",
      "Statement",
      "Target"
    ],
    "Organisation": [
      "Bureau",
      "Company"
    ],
    "Value": [
      "CodeValue",
      "DateValue",
      "EntityValue",
      "GeoPoint",
      "Quantity",
      "TextValue"
    ],
    "_Entity": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Conflict",
      "Corridor",
      "Edition",
      "Official",
      "PolicyMeasure",
      "Region",
      "Release",
      "Source",
      "Statement",
      "Target"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Entity": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Corridor",
      "Official",
      "PolicyMeasure",
      "Region",
      "Target"
    ],
    "Node": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Conflict",
      "Corridor",
      "Edition",
      "Official",
      "PolicyMeasure",
      "Region",
      "Release",
      "Source",
      "Statement",
      "Target"
    ],
    "Organisation": [
      "Bureau",
      "Company"
    ],
    "Value": [
      "CodeValue",
      "DateValue",
      "EntityValue",
      "GeoPoint",
      "Quantity",
      "TextValue"
    ],
    "_Entity": [
      "Bureau",
      "Company",
      "ComputeCentre",
      "Conference",
      "Conflict",
      "Corridor",
      "Edition",
      "Official",
      "PolicyMeasure",
      "Region",
      "Release",
      "Source",
      "Statement",
      "Target"
    ]
  }
};
      export default result;
    