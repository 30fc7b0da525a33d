import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { publishRelease } from '../../src/curation/publish-release.js'
import { readHistory } from '../../src/history/read-history.js'
import { replayHistory } from '../../src/history/replay-history.js'
import type { Release } from '../../src/model/release.js'
import { listReleases } from '../../src/views/releases.js'
import { curationContextOf, exportYaml, importAll, ontology } from '../support/export-and-import.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

/** Two papers that call one company by two ids, and a third that says where it sits. */
const papers = (operator: string) => `dataset: papers
title: Papers
licence: CC-BY-4.0
sources:
  - { id: gazette, title: 公报, published: 2024, editions: [{ language: zh-Hans }] }
  - { id: herald, title: Herald, published: 2025, editions: [{ language: en }] }
entities:
  - id: company/yunhai
    type: Company
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 云海计算 }]
  - id: company/cloud-sea
    type: Company
    edition: herald#en
    statements:
      - { property: name, value: Cloud Sea Computing }
      - { property: website, value: "https://cloudsea.example" }
  - id: computecentre/east
    type: ComputeCentre
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 东部中心 }
      - { property: operator, value: company/yunhai }
      - { property: operator, value: ${operator}, edition: herald#en }
      - { property: capacity, value: 100 PFLOPS, asStated: 100P }
      - { property: capacity, value: 300 PFLOPS, edition: herald#en }
`

const pictureIn = (view: string) => `{
  companies(view: ${view}) { totalCount nodes { id formerIds label names { text statement { id subject { id } } }
    operates { nodes { id } } conflictCount statements { totalCount nodes { subject { id } conflicts { id } } } } }
  yunhai: entity(id: "company/yunhai", view: ${view}) { id label(language: "en") formerIds }
  cloudSea: entity(id: "company/cloud-sea", view: ${view}) { id label(language: "zh-Hans") formerIds }
  formerId: entity(id: "company/cloud-sea", view: ${view}) { id }
  computeCentre(id: "computecentre/east", view: ${view}) { operator { id } capacity { asStated }
    resolution(property: "capacity") { rule chosen { asStated edition { source { title } } } explanation }
    conflicts { nodes { id kind status property { name } statements { id asStated } decision { by reason chosen { asStated } } } } }
  conflicts(view: ${view}) { totalCount nodes { id status kind } }
  search(query: "cloud sea", view: ${view}) { nodes { id } }
  statements(filter: { subject: { eq: "company/cloud-sea" } }, view: ${view}) { totalCount }
}`
const picture = pictureIn('{}')

/** What a curator does over HTTP, and what readers then see. */
function curate(name: string, open: () => Promise<TestStore>, openOther: () => Promise<TestStore>): void {
  describe(`curating ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    let folder: TestFolder
    beforeAll(async () => {
      opened = await open()
      folder = await makeFolder({ 'papers/dataset.yaml': papers('company/cloud-sea') })
      await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
      await importInto(opened.store, [`${folder.path}/papers`], '2026-01-02T00:00:00.000Z')
      server = await startTestServer(opened.store)
    }, 300_000)
    afterAll(async () => {
      await server?.close()
      await opened?.close()
      await folder?.remove()
    })

    // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs with each test
    async function data(document: string, variables?: Readonly<Record<string, unknown>>): Promise<any> {
      const { body } = await ask(server.url, document, variables, curatorToken)
      expect(body.errors).toBeUndefined()
      return body.data
    }

    async function refusal(document: string): Promise<string | undefined> {
      const { body } = await ask(server.url, document, undefined, curatorToken)
      return body.errors?.[0]?.extensions?.code
    }

    const capacityConflict = async () => {
      const { computeCentre } = await data(picture)
      return computeCentre.conflicts.nodes.find(
        (node: { property: { name: string } }) => node.property.name === 'capacity',
      )
    }

    it('is for curators only', async () => {
      const mutation = 'mutation { publishRelease(input: { title: "x" }) { revision } }'
      expect((await ask(server.url, mutation)).body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    })

    it('decides a conflict, for one side or another or none, outranking every rule, and takes it back', async () => {
      const before = await data(picture)
      expect(before.computeCentre.capacity).toEqual({ asStated: '300 PFLOPS' })
      const { id, statements } = await capacityConflict()
      const mine = statements.find(({ asStated }: { asStated: string }) => asStated === '100P').id
      const decide = (given: string) =>
        data(
          `mutation { decideConflict(input: { conflictId: "${id}", ${given}, reason: "公报为准" }) { conflict { status decision { by reason chosen { id } } } failure { __typename } } }`,
        )

      const { revision } = await data('{ revision }')
      const flipsTo = (given: string, mutation = 'decideConflict') =>
        data(`mutation { ${mutation}(input: { conflictId: "${id}", ${given} reason: "x", dryRun: true }) { conflict { status } revision failure { __typename }
          effect { flips { entity { id } property { name } before { asStated } after { asStated } } openedConflicts { kind } closedConflictIds } } }`)
      expect(await flipsTo(`chosenId: "${mine}",`)).toEqual({
        decideConflict: {
          conflict: null,
          revision,
          failure: null,
          effect: {
            flips: [
              {
                entity: { id: 'computecentre/east' },
                property: { name: 'capacity' },
                before: { asStated: '300 PFLOPS' },
                after: { asStated: '100P' },
              },
            ],
            openedConflicts: [],
            closedConflictIds: [],
          },
        },
      })
      // A reader without a token sees the same effect.
      const { body } = await ask(
        server.url,
        `{ decisionEffect(conflictId: "${id}", chosenId: "${mine}") { flips { before { asStated } after { asStated } } closedConflictIds } }`,
      )
      expect(body).toMatchObject({
        data: {
          decisionEffect: {
            flips: [{ before: { asStated: '300 PFLOPS' }, after: { asStated: '100P' } }],
            closedConflictIds: [],
          },
        },
      })
      expect((await data('{ revision }')).revision).toBe(revision)
      expect(await data(picture)).toEqual(before)
      expect(await decide(`chosenId: "${mine}"`)).toEqual({
        decideConflict: {
          conflict: { status: 'DECIDED', decision: { by: 'curator', reason: '公报为准', chosen: { id: mine } } },
          failure: null,
        },
      })
      const decided = await data(picture)
      expect(decided.computeCentre).toMatchObject({ capacity: { asStated: '100P' }, resolution: { rule: 'DECISION' } })
      expect(
        (await data(`{ conflicts(filter: { status: { eq: DECIDED } }) { nodes { id } } }`)).conflicts.nodes,
      ).toEqual([{ id }])
      const then = await data(
        `{ computeCentre(id: "computecentre/east", view: { knownAt: "2026-01-03T00:00:00Z" }) { capacity { asStated } conflicts { nodes { id status decision { by } } } } }`,
      )
      expect(then.computeCentre).toMatchObject({ capacity: { asStated: '300 PFLOPS' } })
      expect(then.computeCentre.conflicts.nodes).toContainEqual({ id, status: 'OPEN', decision: null })

      // Taken back, it would be as it was; decided again as it is, nothing would change.
      expect((await flipsTo('', 'reopenConflict')).reopenConflict).toMatchObject({
        conflict: null,
        effect: { flips: [{ before: { asStated: '100P' }, after: { asStated: '300 PFLOPS' } }] },
      })
      expect((await flipsTo(`chosenId: "${mine}",`)).decideConflict.effect.flips).toEqual([])
      expect(await decide('dismiss: true')).toMatchObject({ decideConflict: { conflict: { status: 'DISMISSED' } } })
      expect(
        await refusal(
          `mutation { decideConflict(input: { conflictId: "${id}", chosenId: "${mine}", dismiss: true, reason: "x" }) { revision } }`,
        ),
      ).toBe('BAD_USER_INPUT')
      expect(
        await refusal(`mutation { decideConflict(input: { conflictId: "${id}", reason: "x" }) { revision } }`),
      ).toBe('BAD_USER_INPUT')
      const reopen = `mutation { reopenConflict(input: { conflictId: "${id}", reason: "再议" }) { conflict { status decision { by } } failure { __typename } } }`
      expect(await data(reopen)).toEqual({
        reopenConflict: { conflict: { status: 'OPEN', decision: null }, failure: null },
      })
      expect(await data(picture)).toEqual(before)
      expect(await data(reopen)).toEqual({
        reopenConflict: { conflict: null, failure: { __typename: 'ConflictNotDecided' } },
      })
    })

    it('says which of many values would count in place of which', async () => {
      const { conflicts } = await data(`{ conflicts(filter: { kind: { eq: TRANSLATION }, property: { eq: "member" } }) {
        nodes { id statements { id value { ... on EntityValue { entity { id } } } } } } }`)
      const [{ id, statements }] = conflicts.nodes
      const bohai = statements.find((each: { value: { entity: { id: string } } }) => /bohai/.test(each.value.entity.id))
      const entity = 'value { ... on EntityValue { entity { id } } }'
      const { decideConflict } =
        await data(`mutation { decideConflict(input: { conflictId: "${id}", chosenId: "${bohai.id}", reason: "x", dryRun: true }) {
        effect { flips { property { name } before { ${entity} } after { ${entity} } } } } }`)
      expect(decideConflict.effect.flips).toContainEqual({
        property: { name: 'member' },
        before: { value: { entity: { id: 'region/inner-mongolia' } } },
        after: { value: { entity: { id: bohai.value.entity.id } } },
      })
    })

    it('refuses what it cannot decide, and whoever looked at another state', async () => {
      const { id } = await capacityConflict()
      const { revision } = await data('{ revision }')
      const refused = [
        [`decideConflict(input: { conflictId: "conflict/none", dismiss: true, reason: "x" })`, 'NOT_FOUND'],
        [`decideConflict(input: { conflictId: "${id}", chosenId: "statement/none", reason: "x" })`, 'NOT_IN_CONFLICT'],
        [`decideConflict(input: { conflictId: "${id}", dismiss: true, reason: " " })`, 'BAD_USER_INPUT'],
        [`retractStatement(input: { statementId: "statement/none", reason: "x" })`, 'NOT_FOUND'],
        [`mergeEntities(input: { keepId: "company/yunhai", mergeId: "region/beijing", reason: "x" })`, 'TYPES_DIFFER'],
        [`mergeEntities(input: { keepId: "company/yunhai", mergeId: "company/none", reason: "x" })`, 'NOT_FOUND'],
      ] as const
      for (const [mutation, code] of refused)
        expect([mutation, await refusal(`mutation { ${mutation} { revision } }`)]).toEqual([mutation, code])
      for (const [choice, code] of [
        ['conflictId: "conflict/none", dismiss: true', 'NOT_FOUND'],
        [`conflictId: "${id}", chosenId: "statement/none"`, 'NOT_IN_CONFLICT'],
        [`conflictId: "${id}"`, 'BAD_USER_INPUT'],
      ])
        expect([choice, await refusal(`{ decisionEffect(${choice}) { flips { entity { id } } } }`)]).toEqual([
          choice,
          code,
        ])
      const expected = [
        [
          `decideConflict(input: { conflictId: "${id}", dismiss: true, reason: "x", expectedRevision: ${revision - 1} })`,
          {
            __typename: 'RevisionStale',
            code: 'REVISION_STALE',
            expectedRevision: revision - 1,
            newestRevision: revision,
          },
        ],
        [
          `mergeEntities(input: { keepId: "company/yunhai", mergeId: "company/yunhai", reason: "x" })`,
          { __typename: 'AlreadyMerged', code: 'ALREADY_MERGED', entity: { id: 'company/yunhai' } },
        ],
        [
          `splitEntity(input: { entityId: "company/yunhai", formerId: "company/cloud-sea", reason: "x" })`,
          { __typename: 'NotMerged', code: 'NOT_MERGED', entity: { id: 'company/yunhai' } },
        ],
      ] as const
      for (const [mutation, failure] of expected) {
        const own = '... on RevisionStale { expectedRevision newestRevision }'
        const entity = /^(merge|split)/.test(mutation)
          ? `... on ${mutation.startsWith('merge') ? 'AlreadyMerged' : 'NotMerged'} { entity { id } }`
          : ''
        const { payload } = await data(
          `mutation { payload: ${mutation} { revision effect { closedConflictIds } failure { __typename ... on MutationFailure { code message } ${own} ${entity} } } }`,
        )
        expect(payload).toMatchObject({ revision, effect: null, failure })
        expect(payload.failure.message).toMatch(/\w/)
      }
      expect((await data('{ revision }')).revision).toBe(revision)
    })

    const merged =
      'effect { flips { property { name } before { id } after { id } } openedConflicts { kind } closedConflictIds } entity { id formerIds label names { text } }'

    it('merges two entities, says beforehand what that does, and restores exactly what was', async () => {
      const before = await data(picture)
      const merge = (dryRun: boolean) =>
        data(
          `mutation { mergeEntities(input: { keepId: "company/yunhai", mergeId: "company/cloud-sea", reason: "一家公司", dryRun: ${dryRun} }) { ${merged} } }`,
        )
      const foreseen = await merge(true)
      expect(await data(picture)).toEqual(before)
      const done = await merge(false)
      expect(foreseen.mergeEntities).toEqual({ ...done.mergeEntities, entity: null })
      expect(done.mergeEntities).toMatchObject({
        entity: { id: 'company/yunhai', formerIds: ['company/cloud-sea'] },
        effect: { openedConflicts: [], closedConflictIds: [expect.stringMatching(/^conflict/)] },
      })
      expect(
        done.mergeEntities.effect.flips.map(({ property }: { property: { name: string } }) => property.name),
      ).toContain('website')

      const after = await data(picture)
      expect(after.companies.totalCount).toBe(before.companies.totalCount - 1)
      const one = { id: 'company/yunhai', formerIds: ['company/cloud-sea'] }
      expect(after).toMatchObject({
        yunhai: { ...one, label: 'Cloud Sea Computing' },
        cloudSea: { ...one, label: '云海计算' },
        formerId: { id: 'company/yunhai' },
        search: { nodes: [{ id: 'company/yunhai' }] },
      })
      // It is found by the id of old, and the words that are marked are those of that id.
      expect(
        await data('{ search(query: "cloud-sea") { edges { node { id } match { text highlights { start end } } } } }'),
      ).toEqual({
        search: {
          edges: [
            {
              node: { id: 'company/yunhai' },
              match: { text: 'company/cloud-sea', highlights: [{ start: 8, end: 17 }] },
            },
          ],
        },
      })
      // Two operators were one: nothing contradicts any more.
      expect(after.conflicts.totalCount).toBe(before.conflicts.totalCount - 1)
      expect(
        await data(
          `mutation { mergeEntities(input: { keepId: "company/cloud-sea", mergeId: "company/yunhai", reason: "x" }) { entity { id } failure { __typename } } }`,
        ),
      ).toEqual({ mergeEntities: { entity: null, failure: { __typename: 'AlreadyMerged' } } })

      const split = (dryRun: boolean) =>
        data(
          `mutation { splitEntity(input: { entityId: "company/yunhai", formerId: "company/cloud-sea", reason: "两家", dryRun: ${dryRun} }) { ${merged} } }`,
        )
      const foreseenSplit = await split(true)
      expect(foreseenSplit.splitEntity).toEqual({ ...(await split(false)).splitEntity, entity: null })
      expect(await data(picture)).toEqual(before)
      const { changes } = await data('{ changes(first: 1000) { nodes { kind formerId entity { id } } } }')
      expect(changes.nodes.filter(({ formerId }: { formerId: string | null }) => formerId)).toMatchObject([
        { kind: 'MERGED', formerId: 'company/cloud-sea' },
        { kind: 'SPLIT', formerId: 'company/cloud-sea' },
      ])
    })

    it('takes datasets that still use a former id for the entity that it is of now', async () => {
      const before = await data(picture)
      await data(
        `mutation { mergeEntities(input: { keepId: "company/yunhai", mergeId: "company/cloud-sea", reason: "x" }) { entity { id } } }`,
      )
      const after = await data(picture)
      await importInto(opened.store, [`${folder.path}/papers`], '2026-02-01T00:00:00.000Z')
      expect(await data(picture)).toEqual(after)

      await folder.write({
        'papers/dataset.yaml': papers('company/cloud-sea').replace('Cloud Sea Computing', 'Cloud Sea'),
      })
      await importInto(opened.store, [`${folder.path}/papers`], '2026-02-02T00:00:00.000Z')
      expect((await data(picture)).cloudSea).toMatchObject({ id: 'company/yunhai' })
      expect((await data(picture)).yunhai).toMatchObject({ label: 'Cloud Sea' })
      await folder.write({ 'papers/dataset.yaml': papers('company/cloud-sea') })
      await importInto(opened.store, [`${folder.path}/papers`], '2026-02-03T00:00:00.000Z')
      await data(
        `mutation { splitEntity(input: { entityId: "company/yunhai", formerId: "company/cloud-sea", reason: "x" }) { entity { id } } }`,
      )
      expect(await data(picture)).toEqual(before)
    })

    it('withdraws a statement, which no import brings back, and lets it stand again', async () => {
      const before = await data(picture)
      const { statements } = await capacityConflict()
      const { id } = statements.find(({ asStated }: { asStated: string }) => asStated === '300 PFLOPS')
      const effect =
        'effect { flips { property { name } before { id asStated retractedAt } after { id asStated retractedAt } } openedConflicts { kind conflict { id } } closedConflictIds }'
      const retract = (dryRun: boolean) =>
        data(
          `mutation { retractStatement(input: { statementId: "${id}", reason: "误读", dryRun: ${dryRun} }) { statement { id retractedAt datasets } ${effect} failure { __typename } } }`,
        )
      const foreseen = (await retract(true)).retractStatement
      expect(foreseen).toMatchObject({
        statement: null,
        effect: {
          flips: [
            {
              property: { name: 'capacity' },
              before: { id, asStated: '300 PFLOPS', retractedAt: null },
              after: { asStated: '100P' },
            },
          ],
          openedConflicts: [],
          closedConflictIds: [(await capacityConflict()).id],
        },
      })
      expect(await data(picture)).toEqual(before)
      const { retractStatement } = await retract(false)
      expect(retractStatement.statement).toMatchObject({ id, datasets: [], retractedAt: expect.stringMatching(/^20/) })
      expect(retractStatement.effect.closedConflictIds).toEqual(foreseen.effect.closedConflictIds)
      const after = await data(picture)
      expect(after.computeCentre.capacity).toEqual({ asStated: '100P' })
      expect(after.conflicts.totalCount).toBe(before.conflicts.totalCount - 1)
      expect((await retract(false)).retractStatement.failure).toEqual({ __typename: 'AlreadyRetracted' })
      await importInto(opened.store, [`${folder.path}/papers`], '2026-03-01T00:00:00.000Z')
      expect(await data(picture)).toEqual(after)

      const restore = async (dryRun: boolean) =>
        (
          await data(
            `mutation { restoreStatement(input: { statementId: "${id}", reason: "无误", dryRun: ${dryRun} }) { statement { retractedAt datasets } ${effect} failure { __typename } } }`,
          )
        ).restoreStatement
      const retractedAt = expect.stringMatching(/^20/)
      expect(await restore(true)).toMatchObject({
        statement: null,
        effect: {
          flips: [{ before: { asStated: '100P' }, after: { asStated: '300 PFLOPS', retractedAt } }],
          openedConflicts: [{ kind: 'VALUE', conflict: null }],
        },
      })
      expect(await data(picture)).toEqual(after)
      expect(await restore(false)).toMatchObject({
        statement: { retractedAt: null, datasets: ['papers'] },
        effect: { openedConflicts: [{ conflict: { id: expect.stringMatching(/^conflict/) } }] },
      })
      expect(await data(picture)).toEqual(before)
      expect((await restore(false)).failure).toEqual({ __typename: 'NotRetracted' })
    })

    it('publishes a release, which reads the same whatever comes later', async () => {
      const title = 'title: "2026 春"'
      const foreseen = await data(
        `mutation { publishRelease(input: { ${title}, dryRun: true }) { release { id } statementCount } }`,
      )
      expect((await data('{ releases { totalCount } }')).releases.totalCount).toBe(0)
      const {
        publishRelease: { release: publishRelease, statementCount },
      } = await data(
        'mutation { publishRelease(input: { title: "2026 春" }) { statementCount release { id title statementCount sha256 at } } }',
      )
      expect(publishRelease).toMatchObject({ id: 'release/2026-春', title: '2026 春' })
      expect(publishRelease.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(foreseen.publishRelease).toEqual({ release: null, statementCount })
      const text = async () => JSON.stringify((await ask(server.url, pictureIn('{ release: "2026 春" }'))).body)
      const first = await text()
      expect(first).not.toContain('"errors"')
      expect(first).toContain('300 PFLOPS')

      const { id, statements } = await capacityConflict()
      await data(`mutation {
        decideConflict(input: { conflictId: "${id}", chosenId: "${statements[0].id}", reason: "x" }) { revision }
        mergeEntities(input: { keepId: "company/yunhai", mergeId: "company/cloud-sea", reason: "x" }) { revision }
      }`)
      await folder.write({
        'papers/dataset.yaml': papers('company/yunhai').replace('title: Herald', 'title: The Herald, weight: 9'),
      })
      await importInto(opened.store, [`${folder.path}/papers`], '2026-04-01T00:00:00.000Z')
      expect(await text()).toBe(first)
      const { releases, computeCentre } = await data(
        `{ releases { totalCount nodes { id title statementCount sha256 at } }
           computeCentre(id: "computecentre/east", view: { release: "release/2026-春" }) { resolution(property: "capacity") { release { id } } } }`,
      )
      expect(releases).toEqual({ totalCount: 1, nodes: [publishRelease] })
      expect(computeCentre.resolution.release).toEqual({ id: 'release/2026-春' })
      expect(
        await data(
          'mutation { publishRelease(input: { title: "2026 春" }) { failure { ... on ReleaseExists { release { id } } } } }',
        ),
      ).toEqual({ publishRelease: { failure: { release: { id: 'release/2026-春' } } } })
      for (const [document, code] of [
        ['mutation { publishRelease(input: { title: "—" }) { revision } }', 'BAD_USER_INPUT'],
        ['{ companies(view: { release: "none" }) { totalCount } }', 'NOT_FOUND'],
        [
          '{ companies(view: { release: "2026 春", knownAt: "2026-01-01T00:00:00Z" }) { totalCount } }',
          'BAD_USER_INPUT',
        ],
      ] as const)
        expect([document, await refusal(document)]).toEqual([document, code])
    })

    it('tells who did what, when and why', async () => {
      const { curationLog } =
        await data(`{ curationLog(first: 100) { totalCount nodes { revision at by reason kind status formerId datasets
        entity { id } conflict { id } statement { id asStated } release { title } } } }`)
      expect(curationLog.totalCount).toBe(curationLog.nodes.length)
      expect(curationLog.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(
        'DECISION DECISION DECISION MERGE SPLIT MERGE SPLIT RETRACTION RESTORATION RELEASE DECISION MERGE'.split(' '),
      )
      const none = { conflict: null, status: null, statement: null, release: null, datasets: [] }
      const one = { ...none, by: 'curator', entity: null, formerId: null }
      expect(curationLog.nodes[0]).toMatchObject({
        ...one,
        reason: '公报为准',
        status: 'DECIDED',
        conflict: { id: expect.any(String) },
        statement: { asStated: '100P' },
      })
      expect(curationLog.nodes[1]).toMatchObject({ status: 'DISMISSED', statement: null })
      expect(curationLog.nodes[3]).toMatchObject({
        ...none,
        reason: '一家公司',
        entity: { id: 'company/yunhai' },
        formerId: 'company/cloud-sea',
      })
      expect(curationLog.nodes[7]).toMatchObject({ ...one, reason: '误读', statement: { asStated: '300 PFLOPS' } })
      expect(curationLog.nodes[9]).toMatchObject({ ...one, release: { title: '2026 春' } })
      const merges =
        await data(`{ curationLog(kinds: [MERGE], first: 1, after: null) { totalCount pageInfo { endCursor } }
        nobody: curationLog(by: "nobody") { totalCount } }`)
      expect(merges).toMatchObject({ curationLog: { totalCount: 3 }, nobody: { totalCount: 0 } })
      const after = merges.curationLog.pageInfo.endCursor
      const { curationLog: rest } = await data(
        `{ curationLog(kinds: [MERGE], after: "${after}") { nodes { revision } } }`,
      )
      expect(rest.nodes).toEqual([curationLog.nodes[5], curationLog.nodes[11]].map(({ revision }) => ({ revision })))
    })

    it('is caught up with from a cursor, exported, and the same release where it is imported', async () => {
      const { changes } = await data('{ changes(first: 1000) { pageInfo { endCursor } } }')
      const { conflicts } = await data('{ conflicts(first: 1) { nodes { id } } }')
      const { id } = conflicts.nodes[0]
      await data(
        `mutation { decideConflict(input: { conflictId: "${id}", dismiss: true, reason: "两说皆可" }) { revision } }`,
      )
      const news = await data(
        `{ changes(after: "${changes.pageInfo.endCursor}", first: 9) { nodes { kind conflict { id } } } }`,
      )
      expect(news.changes.nodes).toEqual([{ kind: 'CONFLICT_DECIDED', conflict: { id } }])

      const release = async ({ store }: TestStore) =>
        (await publishRelease(curationContextOf(store, 9_000), '出口', { by: 'curator', reason: 'x' })).release
      const asKnown = ({ sha256, statementCount }: Release) => ({ sha256, statementCount })
      const [datasets, history] = [await openOther(), await openSqliteTestStore()]
      try {
        await importAll(await exportYaml(opened.store, join(folder.path, 'out')), datasets.store, 8_000)
        const published = await release(opened)
        expect(asKnown(await release(datasets))).toEqual(asKnown(published))
        const [here, there] = [await startTestServer(opened.store), await startTestServer(datasets.store)]
        const pictureAt = async ({ url }: TestServer) =>
          JSON.stringify((await ask(url, picture)).body).replaceAll(/"recordedAt":"[^"]*"/g, '')
        expect(await pictureAt(there)).toBe(await pictureAt(here))
        await Promise.all([here.close(), there.close()])

        const { revision } = await opened.store.read([])
        const items = readHistory(opened.store, ontology, revision.number)
        await replayHistory(items, 'history', history.store, { ...curationContextOf(history.store), holder: 'test:1' })
        const releases = async ({ store }: TestStore) =>
          listReleases((await store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers[0] ?? [])
        expect(await releases(history)).toEqual(await releases(opened))
        const then = {
          question: { kind: 'entity', id: 'computecentre/east' } as const,
          knownAt: '2026-01-03T00:00:00Z',
        }
        expect((await history.store.read([then])).answers).toEqual((await opened.store.read([then])).answers)
      } finally {
        await Promise.all([datasets.close(), history.close()])
      }
    }, 300_000)
  })
}

curate('on the embedded store', openSqliteTestStore, openSqliteTestStore)

describeOnNeo4j(uri => curate('on Neo4j', () => openNeo4jTestStore(uri()), openSqliteTestStore))
