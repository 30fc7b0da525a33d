import { type Asking, type Context, createContext, type Services } from '../request/context.js'
import { resolveView } from './resolve-view.js'

/** The context of a request, once the names in its view are found. Throws NOT_FOUND and BAD_USER_INPUT. */
export async function openContext(services: Services, asking: Asking): Promise<Context> {
  const { view, ...others } = asking
  const context = createContext(services, others)
  return view === undefined ? context : createContext(services, { ...others, view: await resolveView(view, context) })
}
