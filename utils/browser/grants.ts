import type { Grants } from '../core/report/diagnosis';
import { extensionApi } from './extension-api';

/** What the browser lets the extension do now. */
export async function readGrants(): Promise<Grants> {
  const { permissions = [], origins = [] } = await extensionApi.permissions.getAll();
  return { permissions: permissions.toSorted(), hosts: origins.toSorted() };
}
