import { extensionApi } from './extension-api';

/** What the system shows. */
export interface SystemNotification {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/**
 * The namespace is there only while the person allows it, which the types of the polyfill do not say.
 */
function notificationsApi(): typeof extensionApi.notifications | undefined {
  return extensionApi.notifications;
}

/** Asks the person. To be called in the very turn of a click. */
export function requestNotifications(): Promise<boolean> {
  return extensionApi.permissions.request({ permissions: ['notifications'] });
}

/** Shows it in place of the last one; nothing where the person took the permission back. */
export async function notify({ id, title, message }: SystemNotification): Promise<void> {
  const notifications = notificationsApi();
  if (!notifications) return;
  const shown = Object.keys(await notifications.getAll());
  await Promise.all(shown.map((old) => notifications.clear(old)));
  // Chrome wants an icon; Firefox shows nothing but the basic type.
  const iconUrl = extensionApi.runtime.getURL('/icon/128.png');
  await notifications.create(id, { type: 'basic', title, message, iconUrl });
}

/** Calls back with the id of each one that is clicked, and takes it away. To be called in the first turn. */
export function onNotificationClick(listener: (id: string) => void): void {
  const clicked = (id: string): void => {
    void notificationsApi()?.clear(id);
    listener(id);
  };
  const listen = (): void => notificationsApi()?.onClicked.addListener(clicked);
  listen();
  extensionApi.permissions.onAdded.addListener(listen);
}
