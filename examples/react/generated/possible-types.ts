
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "DecideConflictFailure": [
      "ConflictClosed",
      "RevisionStale"
    ],
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
    "MergeEntitiesFailure": [
      "AlreadyMerged",
      "RevisionStale"
    ],
    "MutationFailure": [
      "AlreadyMerged",
      "AlreadyRetracted",
      "ConflictClosed",
      "ConflictNotDecided",
      "NotMerged",
      "NotRetracted",
      "ReleaseExists",
      "RevisionStale"
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
      "Property",
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
    "PublishReleaseFailure": [
      "ReleaseExists",
      "RevisionStale"
    ],
    "ReopenConflictFailure": [
      "ConflictClosed",
      "ConflictNotDecided",
      "RevisionStale"
    ],
    "RestoreStatementFailure": [
      "NotRetracted",
      "RevisionStale"
    ],
    "RetractStatementFailure": [
      "AlreadyRetracted",
      "RevisionStale"
    ],
    "SplitEntityFailure": [
      "NotMerged",
      "RevisionStale"
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
    "DecideConflictFailure": [
      "ConflictClosed",
      "RevisionStale"
    ],
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
    "MergeEntitiesFailure": [
      "AlreadyMerged",
      "RevisionStale"
    ],
    "MutationFailure": [
      "AlreadyMerged",
      "AlreadyRetracted",
      "ConflictClosed",
      "ConflictNotDecided",
      "NotMerged",
      "NotRetracted",
      "ReleaseExists",
      "RevisionStale"
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
      "Property",
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
    "PublishReleaseFailure": [
      "ReleaseExists",
      "RevisionStale"
    ],
    "ReopenConflictFailure": [
      "ConflictClosed",
      "ConflictNotDecided",
      "RevisionStale"
    ],
    "RestoreStatementFailure": [
      "NotRetracted",
      "RevisionStale"
    ],
    "RetractStatementFailure": [
      "AlreadyRetracted",
      "RevisionStale"
    ],
    "SplitEntityFailure": [
      "NotMerged",
      "RevisionStale"
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
    