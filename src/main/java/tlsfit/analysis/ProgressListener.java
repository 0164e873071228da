package tlsfit.analysis;

/** Is told how far an analysis is; from any thread, and often: it must be quick. */
@FunctionalInterface
public interface ProgressListener {
  /** Says nothing. */
  ProgressListener NONE = (stage, done, total) -> {};

  /** The parts of an analysis that take time. */
  enum Stage {
    /** The fit itself. */
    FIT,
    /** Confidence intervals. */
    INTERVALS,
    /** The replicates of a bootstrap. */
    BOOTSTRAP,
    /** The fit with the other model, and those with other models, tables and readings. */
    COMPARISONS
  }

  /**
   * Tells of a stage.
   *
   * @param done steps done, from 0
   * @param total steps of the stage
   */
  void progress(Stage stage, int done, int total);
}
