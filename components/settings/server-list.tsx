import type { ReactElement } from 'react';
import { parseServerAddress } from '@/utils/core/server/base-url';
import { providerName, type Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import css from './server-list.module.css';

interface ServerListProps {
  readonly servers: readonly Provider[];
  /** The one that draws. */
  readonly usedId: string;
  /** The one whose form is shown. */
  readonly editedId: string;
  /** The one that is not saved yet. */
  readonly newId: string | undefined;
  readonly onEdit: (id: string) => void;
}

/** All servers, to choose which one is edited. */
export function ServerList({ servers, usedId, editedId, newId, onEdit }: ServerListProps): ReactElement {
  return (
    <ul className={css['servers']} aria-label={t('options.servers')}>
      {servers.map((server) => {
        const { id } = server;
        const name = providerName(server) || t('options.newServer');
        const parsed = parseServerAddress(server.baseUrl);
        const host = parsed.ok && parsed.address.host !== name ? parsed.address.host : undefined;
        return (
          <li key={id}>
            <button
              type="button"
              className={css['server']}
              aria-current={id === editedId}
              onClick={() => onEdit(id)}
            >
              <span className={css['name']}>{name}</span>{' '}
              {host !== undefined && <span className={css['host']}>{host}</span>}{' '}
              {id === usedId && <span className={css['mark']}>{t('options.inUse')}</span>}
              {id === newId && <span className={css['mark']}>{t('options.notSaved')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
