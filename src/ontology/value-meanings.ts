/** Meanings of the values of closed lists, by the name of the list. A list without an entry shows its values alone. */
export const valueMeanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CentreStatus: {
    PLANNED: 'Announced, construction not started.',
    UNDER_CONSTRUCTION: 'Construction started, not in operation.',
    OPERATING: 'Open and operating.',
    CLOSED: 'Out of operation for good.',
    ABANDONED: 'Given up before operation.',
  },
  CorridorStatus: {
    PROPOSED: 'Proposed or planned, construction not started.',
    UNDER_CONSTRUCTION: 'Construction started, not in operation.',
    OPERATING: 'Open and operating.',
    ABANDONED: 'Given up before operation.',
  },
  CorridorRole: {
    SUPPLIER: 'Region that supplies compute through the corridor.',
    CONSUMER: 'Region that consumes compute through the corridor.',
    MEMBER: 'Region of the corridor whose role the source does not state.',
  },
  NameKind: {
    OFFICIAL: 'Full official name.',
    SHORT: 'Abbreviation or short form of the name.',
    ALIAS: 'Other name in use.',
    FORMER: 'Name that is no longer in use.',
    TRANSLITERATION: 'Name in another script, by sound.',
  },
  OrganisationType: {
    ARCHIVE: 'Archive, library or museum; as in ROR.',
    COMPANY: 'Company; as in ROR.',
    EDUCATION: 'University or school; as in ROR.',
    FACILITY: 'Laboratory or research facility; as in ROR.',
    FUNDER: 'Organisation that funds others; as in ROR.',
    GOVERNMENT: 'Public authority; as in ROR.',
    HEALTHCARE: 'Hospital or medical organisation; as in ROR.',
    NONPROFIT: 'Association or foundation; as in ROR.',
    OTHER: 'Organisation of another type; as in ROR.',
  },
  PolicyStatus: {
    DRAFT: 'Published for comment, not adopted.',
    IN_FORCE: 'Adopted and in force.',
    EXPIRED: 'Past the end of its term.',
    REPEALED: 'Repealed or replaced before the end of its term.',
  },
  RegionLevel: {
    COUNTRY: 'Country or territory.',
    PROVINCE: 'First level below the country: province, state, municipality, autonomous region.',
    PREFECTURE: 'Second level below the country: prefecture, prefecture-level city.',
    COUNTY: 'Third level below the country: county, district.',
    TOWNSHIP: 'Fourth level below the country: township, subdistrict.',
    AREA: 'Area outside the administrative order: an economic zone, a city region.',
  },
  ResponsibilityRole: {
    LEAD: 'Organisation that leads (牵头).',
    SHARED: 'Organisation responsible for its share (按职责分工负责).',
  },
}
