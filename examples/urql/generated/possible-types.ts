
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Entity": [
      "AcceleratorModel",
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
      "AcceleratorModel",
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
      "AcceleratorModel",
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
      "AcceleratorModel",
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
      "AcceleratorModel",
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
      "AcceleratorModel",
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
    