import { createHash, timingSafeEqual } from 'node:crypto'
import { anonymous, type Principal } from '../../graphql/request/principal.js'
import { SuanliError } from '../../model/error.js'
import { type JwtSettings, prepareJwtCheck } from './check-jwt.js'

/** The settings of the same names say what each is. */
export interface AuthenticationSettings extends JwtSettings {
  readonly read: 'open' | 'token'
  readonly curatorToken?: string | undefined
}

/**
 * The principal of a request, by its `Authorization` header. Throws UNAUTHENTICATED if the token is wrong or missing,
 * FORBIDDEN if the principal may not read, KEYS_UNAVAILABLE if the token cannot be checked now.
 */
export type Authenticate = (authorization: string | undefined) => Promise<Principal>

/** Reads the keys that tokens are checked against. Throws KEYS_UNREADABLE if the file is no set of keys. */
export async function prepareAuthentication(settings: AuthenticationSettings): Promise<Authenticate> {
  const isCuratorToken = settings.curatorToken === undefined ? () => false : equals(settings.curatorToken)
  const checkJwt = settings.jwks === undefined ? undefined : await prepareJwtCheck(settings.jwks, settings)

  async function identify(token: string): Promise<Principal> {
    if (isCuratorToken(token)) return localCurator
    if (checkJwt) return await checkJwt(token)
    const problems =
      settings.curatorToken === undefined
        ? {
            problem: 'This server accepts no tokens, because neither SUANLI_JWKS nor SUANLI_CURATOR_TOKEN is set',
            problemZh: '此服务器未设置 SUANLI_JWKS 或 SUANLI_CURATOR_TOKEN，不接受令牌',
          }
        : { problem: 'The token is not valid on this server', problemZh: '令牌在此服务器上无效' }
    throw new SuanliError('UNAUTHENTICATED', { ...problems, error: 'invalid_token' })
  }

  return async authorization => {
    const token = bearerToken(authorization)
    if (token !== undefined) {
      const principal = await identify(token)
      if (settings.read === 'token' && principal.roles.length === 0)
        throw new SuanliError('FORBIDDEN', { role: 'reader or curator' })
      return principal
    }
    if (settings.read === 'open') return anonymous
    throw new SuanliError('UNAUTHENTICATED', { problem: 'Reading needs a token' })
  }
}

const localCurator: Principal = { id: 'curator', kind: 'local', roles: ['curator'] }

/** The scheme of RFC 6750. Other schemes are for a proxy and are ignored here. */
function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
}

/** Compares two texts in a time that depends neither on the place of their difference nor on the length of the secret. */
function equals(secret: string): (seen: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(secret)
  return seen => timingSafeEqual(digest(seen), wanted)
}
