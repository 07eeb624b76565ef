import { randomUUID } from 'node:crypto';
import type { PictureOrder } from './drawing/picture';

/** Pictures that were answered as addresses. They are kept as orders and drawn when somebody asks for them. */
export class PictureShelf {
  readonly #orders = new Map<string, PictureOrder>();
  readonly #capacity: number;

  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  /** Keeps an order and returns its file name; the oldest one goes when there are too many. */
  add(order: PictureOrder): string {
    const name = `${randomUUID()}.${order.format}`;
    this.#orders.set(name, order);
    const [oldest] = this.#orders.keys();
    if (oldest !== undefined && this.#orders.size > this.#capacity) this.#orders.delete(oldest);
    return name;
  }

  find(name: string): PictureOrder | undefined {
    return this.#orders.get(name);
  }
}
