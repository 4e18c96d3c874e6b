#!/usr/bin/env node
// Stand-in for Prisma's native `schema-engine` binary, which is not on the package registry: same JSON-RPC over stdio,
// answered by the WASM build of the same engine (@prisma/schema-engine-wasm) through @prisma/adapter-pg.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)
const dir = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
const argv = process.argv.slice(2)
const opt = (n) => argv.flatMap((a, i) => (a === n ? [argv[i + 1]] : []))
if (argv.includes('--version') || argv.includes('-V')) {
  console.log(`schema-engine-cli wasm ${JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')).version}`)
  process.exit(0)
}
const datasource = JSON.parse(opt('--datasource')[0] ?? '{}')
const log = (level, message, code) =>
  process.stderr.write(JSON.stringify({ timestamp: new Date().toISOString(), level, target: 'schema_engine::logger',
    fields: { message, ...(code ? { error_code: code } : {}) } }) + '\n')

const pgConfig = (url) => {
  const u = new URL(url); const schema = u.searchParams.get('schema') ?? undefined
  for (const k of ['schema', 'connection_limit', 'pool_timeout']) u.searchParams.delete(k)
  return { cfg: { connectionString: u.toString(), max: 1 }, schema }   // max 1: advisory lock and SET stay on one session
}
class MigrationPg extends PrismaPg {
  constructor(url, shadowUrl) { const { cfg, schema } = pgConfig(url); super(cfg, { schema }); this.shadowUrl = shadowUrl; this.url = url }
  async connect() { return wholeScript(await super.connect()) }
  async connectToShadowDb() {
    if (this.shadowUrl) return wholeScript(await new PrismaPg(pgConfig(this.shadowUrl).cfg).connect())
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    const admin = new pg.Client(pgConfig(this.url).cfg)
    await admin.connect(); await admin.query(`CREATE DATABASE "${name}"`)
    const u = new URL(pgConfig(this.url).cfg.connectionString); u.pathname = '/' + name
    const a = wholeScript(await new PrismaPg({ connectionString: u.toString(), max: 1 }).connect())
    const dispose = a.dispose.bind(a)
    a.dispose = async () => { await dispose(); await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`); await admin.end() }
    return a
  }
}
// adapter-pg splits scripts on every ';' (breaks $$ bodies); the native engine sends the script whole. Do that.
function wholeScript(a) {
  a.executeScript = async (sql) => { try { await a.underlyingDriver().query(sql) } catch (e) { a.onError(e) } }
  // adapter-pg has no mapping for pg_catalog."char" (oid 18), which the engine's catalog queries return: hand it over as Character
  const queryRaw = a.queryRaw
  a.queryRaw = async (q) => {
    const chars = []
    const self = Object.create(a, { performIO: { value: async (x) => {
      const r = await a.performIO(x)
      r.fields?.forEach((f, i) => { if (f.dataTypeID === 18) { chars.push(i); f.dataTypeID = 25 } })
      return r
    } } })
    const r = await queryRaw.call(self, q)
    for (const i of chars) r.columnTypes[i] = ColumnTypeEnum.Character
    return r
  }
  return a
}

const adminUrl = (url) => { const u = new URL(url); const db = decodeURIComponent(u.pathname.slice(1)); u.pathname = '/postgres'; return { db, admin: pgConfig(u.toString()).cfg } }
async function canConnect(url) { const c = new pg.Client(pgConfig(url).cfg); await c.connect(); await c.end() }
async function createDb(url) {
  const { db, admin } = adminUrl(url); const c = new pg.Client(admin); await c.connect()
  try { await c.query(`CREATE DATABASE ${c.escapeIdentifier(db)}`) } finally { await c.end() }
  return db
}
async function dropDb(url) {
  const { db, admin } = adminUrl(url); const c = new pg.Client(admin); await c.connect()
  try { await c.query(`DROP DATABASE IF EXISTS ${c.escapeIdentifier(db)} WITH (FORCE)`) } finally { await c.end() }
}
const prismaCode = (e) => ({ '3D000': 'P1003', '28P01': 'P1000', '28000': 'P1010', '42P04': 'P1009', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001' }[e.code])

if (argv.includes('cli')) {
  process.stderr.write('\n') // the CLI drops the first stderr line
  try {
    const cmd = argv[argv.indexOf('cli') + 1]
    if (cmd === 'can-connect-to-database') await canConnect(datasource.url)
    else if (cmd === 'create-database') await createDb(datasource.url)
    else if (cmd === 'drop-database') await dropDb(datasource.url)
    else throw new Error(`unknown cli command ${cmd}`)
    log('INFO', 'ok'); process.exit(0)
  } catch (e) { log('ERROR', e.message || String(e), prismaCode(e) ?? 'P1001'); process.exit(1) }
}

const bg = await import(pathToFileURL(path.join(dir, 'schema_engine_bg.js')).href)
const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path.join(dir, 'schema_engine_bg.wasm'))), { './schema_engine_bg.js': bg })
bg.__wbg_set_wasm(wasm.exports)
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (m) => log('ERROR', `panic: ${m}`) }
wasm.exports.__wbindgen_start()

let engine // one for the process: it holds Prisma's session-level advisory lock, so a second one would wait for it
const getEngine = async () => engine ??= await bg.SchemaEngine.new(
  { datamodels: opt('--datamodels').length ? opt('--datamodels').map((f) => [f, readFileSync(f, 'utf8')]) : undefined },
  (l) => process.env.DEBUG && process.stderr.write(String(l) + '\n'),
  bindMigrationAwareSqlAdapterFactory(new MigrationPg(datasource.url ?? 'postgresql://none:none@127.0.0.1:1/none', datasource.shadowDatabaseUrl)))

// The WASM engine finds its shadow-database factory in devDiagnostic and diff, but not in these two ("shadow DB must be provided
// through an external factory"); they read the replayed history from the engine's cache, so fill it first, on the same engine.
const withHistory = (name) => async (p) => {
  const e = await getEngine()
  await e.devDiagnostic({ migrationsList: p.migrationsList, filters: p.filters })
  return e[name](p)
}
const methods = {
  evaluateDataLoss: withHistory('evaluateDataLoss'),
  createMigration: withHistory('createMigration'),
  createDatabase: async () => ({ databaseName: await createDb(datasource.url) }),
  getDatabaseVersion: async () => (await getEngine()).version(undefined),
  debugPanic: async () => { throw new Error('debugPanic') },
}
const nextPrint = (() => { let i = 0; return () => `print-${++i}` })()
async function handle({ id, method, params }) {
  try {
    const result = methods[method] ? await methods[method](params) : await (await getEngine())[method](params ?? {})
    if (method === 'diff' && typeof result?.stdout === 'string') {
      process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id: nextPrint(), method: 'print', params: { content: result.stdout } }) + '\n')
    }
    return { jsonrpc: '2.0', id, result: result ?? null }
  } catch (e) {
    let code = e.code, message = e.message ?? String(e)
    if (message.startsWith('{')) { const j = JSON.parse(message); code = j.error_code ?? code; message = j.message ?? message }
    return { jsonrpc: '2.0', id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data: { is_panic: false, message, meta: e.meta ?? null, error_code: code ?? null } } }
  }
}
let queue = Promise.resolve()
const rl = createInterface({ input: process.stdin, crlfDelay: Infinity })
rl.on('line', (line) => { if (!line.trim()) return; const req = JSON.parse(line); if (!req.method) return
  queue = queue.then(() => handle(req)).then((res) => process.stdout.write(JSON.stringify(res) + '\n')) })
rl.on('close', () => queue.then(() => process.exit(0)))
