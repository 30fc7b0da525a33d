import 'reflect-metadata'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import DataLoader from 'dataloader'
import neo4j, { type Driver } from 'neo4j-driver'
import { Arg, buildSchema, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'

/* The textbook design: type-graphql on Apollo Server, a DataLoader for each link, one Cypher for each level. */

@ObjectType()
class Organisation {
  @Field(() => ID) id!: string
  @Field(() => String) label!: string
}

@ObjectType()
class Capacity {
  @Field(() => Int) amount!: number
  @Field(() => String) unit!: string
}

@ObjectType()
class Region {
  @Field(() => ID) id!: string
  @Field(() => String) label!: string
  @Field(() => String) labelEn!: string
}

@ObjectType()
class Centre {
  @Field(() => ID) id!: string
  @Field(() => String) label!: string
  amount!: number
  unit!: string
}

@ObjectType()
class Corridor {
  @Field(() => ID) id!: string
  @Field(() => String) label!: string
  @Field(() => String) labelEn!: string
}

@ObjectType()
class CentresOfStatus {
  @Field(() => [Centre]) nodes!: Centre[]
  @Field(() => Int) totalCount!: number
  @Field(() => Int) sum!: number
}

interface Context {
  readonly loaders: Loaders
}

class Loaders {
  readonly members = this.#links<Region>(`
    UNWIND $ids AS id
    MATCH (:PlainCorridor {id: id})-[:HAS_MEMBER]->(r)
    WITH id, r ORDER BY r.id
    WITH id, collect(r {.id, .label, .labelEn})[..$first] AS found
    RETURN id, found`)
  readonly centres = this.#links<Centre>(`
    UNWIND $ids AS id
    MATCH (:PlainRegion {id: id})<-[:STANDS_IN]-(c)
    WITH id, c ORDER BY c.id
    WITH id, collect(c {.id, .label, .amount, .unit})[..$first] AS found
    RETURN id, found`)
  readonly operator = this.#links<Organisation>(`
    UNWIND $ids AS id
    MATCH (:PlainCentre {id: id})-[:RUN_BY]->(o)
    RETURN id, [o {.id, .label}] AS found`)
  readonly region = this.#links<Region>(`
    UNWIND $ids AS id
    MATCH (:PlainCentre {id: id})-[:STANDS_IN]->(r)
    RETURN id, [r {.id, .label, .labelEn}] AS found`)

  constructor(readonly driver: Driver) {}

  async run<Row>(text: string, parameters: object): Promise<Row[]> {
    const session = this.driver.session({ defaultAccessMode: 'READ' })
    try {
      const { records } = await session.run(text, parameters)
      return records.map(record => record.toObject() as Row)
    } finally {
      await session.close()
    }
  }

  #links<Found>(text: string): DataLoader<{ id: string; first: number }, Found[], string> {
    return new DataLoader(
      async asked => {
        const rows = await this.run<{ id: string; found: Found[] }>(text, {
          ids: asked.map(({ id }) => id),
          first: neo4j.int(asked[0]?.first ?? 1),
        })
        const byId = new Map(rows.map(({ id, found }) => [id, found]))
        return asked.map(({ id }) => byId.get(id) ?? [])
      },
      { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
    )
  }
}

@Resolver(() => Corridor)
class CorridorResolver {
  @Query(() => [Corridor])
  corridors(@Arg('first', () => Int) first: number, @Ctx() { loaders }: Context): Promise<Corridor[]> {
    return loaders.run(
      'MATCH (k:PlainCorridor) WITH k ORDER BY k.id LIMIT $first RETURN k.id AS id, k.label AS label, k.labelEn AS labelEn',
      {
        first: neo4j.int(first),
      },
    )
  }

  @FieldResolver(() => [Region])
  members(@Root() { id }: Corridor, @Arg('first', () => Int) first: number, @Ctx() { loaders }: Context) {
    return loaders.members.load({ id, first })
  }
}

@Resolver(() => Region)
class RegionResolver {
  @FieldResolver(() => [Centre])
  centres(@Root() { id }: Region, @Arg('first', () => Int) first: number, @Ctx() { loaders }: Context) {
    return loaders.centres.load({ id, first })
  }
}

@Resolver(() => Centre)
class CentreResolver {
  @Query(() => Centre, { nullable: true })
  async computeCentre(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    const [found] = await loaders.run<Centre>(
      'MATCH (c:PlainCentre {id: $id}) RETURN c.id AS id, c.label AS label, c.amount AS amount, c.unit AS unit',
      { id },
    )
    return found
  }

  @Query(() => CentresOfStatus)
  async centresOfStatus(
    @Arg('status', () => String) status: string,
    @Arg('first', () => Int) first: number,
    @Ctx() { loaders }: Context,
  ) {
    const [nodes, [totals]] = await Promise.all([
      loaders.run<Centre>(
        'MATCH (c:PlainCentre {status: $status}) WITH c ORDER BY c.id LIMIT $first RETURN c.id AS id, c.label AS label',
        { status, first: neo4j.int(first) },
      ),
      loaders.run<{ totalCount: number; sum: number }>(
        'MATCH (c:PlainCentre {status: $status}) RETURN count(*) AS totalCount, sum(c.amount) AS sum',
        { status },
      ),
    ])
    return { nodes, ...totals }
  }

  @Query(() => [Centre])
  centresByName(
    @Arg('phrase', () => String) phrase: string,
    @Arg('first', () => Int) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<Centre[]> {
    return loaders.run(
      `CALL db.index.fulltext.queryNodes('plain_names', $phrase, {limit: $first}) YIELD node AS c
       RETURN c.id AS id, c.label AS label`,
      { phrase, first: neo4j.int(first) },
    )
  }

  @FieldResolver(() => Capacity)
  capacity(@Root() { amount, unit }: Centre): Capacity {
    return { amount, unit }
  }

  @FieldResolver(() => Organisation)
  async operator(@Root() { id }: Centre, @Ctx() { loaders }: Context) {
    return (await loaders.operator.load({ id, first: 1 }))[0]
  }

  @FieldResolver(() => Region)
  async region(@Root() { id }: Centre, @Ctx() { loaders }: Context) {
    return (await loaders.region.load({ id, first: 1 }))[0]
  }

  @Query(() => Int, { nullable: true })
  async pathLength(
    @Arg('from', () => ID) from: string,
    @Arg('to', () => ID) to: string,
    @Ctx() { loaders }: Context,
  ): Promise<number | undefined> {
    const [found] = await loaders.run<{ length: number }>(
      `MATCH (a:PlainCentre {id: $from}), (b:PlainCentre {id: $to})
       MATCH p = shortestPath((a)-[:STANDS_IN|HAS_MEMBER*..4]-(b))
       RETURN length(p) AS length`,
      { from, to },
    )
    return found?.length
  }
}

const [, , uri = ''] = process.argv
const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true })
const schema = await buildSchema({ resolvers: [CorridorResolver, RegionResolver, CentreResolver], validate: false })
const { url } = await startStandaloneServer(new ApolloServer<Context>({ schema }), {
  context: async () => ({ loaders: new Loaders(driver) }),
  listen: { port: 0, host: '127.0.0.1' },
})
console.log(url)
