import { SearchIndex } from '../../../server/archive/SearchIndex.ts'
import { searchContract } from './searchContract.ts'

searchContract('the index in this thread', (folder, damaged = []) => new SearchIndex(folder, (file) => damaged.push(file)))
