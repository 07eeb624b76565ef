import { createContext, useContext } from 'react';

/** Where components get the bytes of pictures from. */
export interface PictureSource {
  readonly thumbnail: (pictureId: string) => Promise<Blob | undefined>;
  /** Unfinished pictures of a job. */
  readonly previews: (jobId: string) => Promise<readonly Blob[]>;
  readonly original: (pictureId: string) => Promise<Blob | undefined>;
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

const none = (): Promise<readonly Blob[]> => Promise.resolve([]);

export const PictureSourceContext = createContext<PictureSource>({
  thumbnail: nothing,
  original: nothing,
  previews: none,
});

export function usePictureSource(): PictureSource {
  return useContext(PictureSourceContext);
}
