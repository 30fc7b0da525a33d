/** How an entity type is called in FollowTheMoney, and what of it has a property there. */
export interface FtmSchema {
  readonly schema: string
  /** By our property: theirs. `notes`, with our label before it, for all that is not named here. */
  readonly properties?: Readonly<Record<string, string>>
  /** For each of our links: the schema of FollowTheMoney, its two ends, and our qualifier for the role. A link that is not named here is an UnknownLink. */
  readonly links?: Readonly<Record<string, FtmLink>>
}

export type FtmLink =
  | { readonly schema: string; readonly subject: string; readonly object: string }
  /** A property of the entity itself that holds the other’s id. */
  | { readonly property: string }

/** FollowTheMoney’s words for ours, all in one place: schemata by our entity types. A type that is not named is an Asset, which may be anything that has a name. */
export const ftmSchemata: Readonly<Record<string, FtmSchema>> = {
  Official: {
    schema: 'Person',
    links: { position: { schema: 'Employment', subject: 'employee', object: 'employer' } },
  },
  Bureau: {
    schema: 'PublicBody',
    properties: { website: 'website' },
    links: { region: { property: 'addressEntity' } },
  },
  Company: {
    schema: 'Company',
    properties: { website: 'website' },
    links: { region: { property: 'addressEntity' } },
  },
  Conference: {
    schema: 'Event',
    properties: { held: 'date' },
    links: { region: { property: 'addressEntity' } },
  },
  ComputeCentre: {
    schema: 'Asset',
    properties: { investment: 'amount' },
    links: {
      region: { property: 'addressEntity' },
      owner: { schema: 'Ownership', subject: 'asset', object: 'owner' },
    },
  },
  Corridor: { schema: 'Project', properties: { status: 'status' } },
  PolicyMeasure: {
    schema: 'Project',
    properties: { kind: 'description' },
    links: { issuer: { schema: 'ProjectParticipant', subject: 'project', object: 'participant' } },
  },
  Region: { schema: 'Address', properties: { location: 'latitude' } },
  Target: {
    schema: 'Project',
    properties: { metric: 'goal', value: 'goal', due: 'endDate', announced: 'date' },
    links: { announcedBy: { schema: 'ProjectParticipant', subject: 'project', object: 'participant' } },
  },
}

export const otherFtmSchema: FtmSchema = { schema: 'Asset' }
export const otherFtmLink: FtmLink = { schema: 'UnknownLink', subject: 'subject', object: 'object' }
