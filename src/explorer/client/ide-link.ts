import { linkToDocument } from '../../web/ide-link.js'
import { basePath, type Language } from '../address/address.js'
import type { Asked } from './use-data.js'

/** The address of the IDE with a document, its variables and its view, in the language of the page. */
export const ideLink = ({ document, variables }: Asked, language: Language): string =>
  `${basePath}/ide?lang=${language}${linkToDocument(document, variables)}`
