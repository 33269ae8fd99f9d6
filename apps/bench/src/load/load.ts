/** Something the generator does to a server: it is ready when made, begins when told, and gives figures at its end. */
export interface Load<Figures> {
  begin(): Promise<void>;
  end(): Promise<Figures>;
}
