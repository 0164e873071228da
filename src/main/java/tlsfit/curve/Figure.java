package tlsfit.curve;

import java.util.List;

/**
 * A figure as numbers.
 *
 * @param number in the paper
 * @param xHeader header of the column over which the curves run
 * @param yHeader header of the other
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the curves
 */
public record Figure(
    int number, String xHeader, String yHeader, Axis x, Axis y, List<Series> series) {

  /** Copies the list. */
  public Figure {
    series = List.copyOf(series);
  }

  /**
   * An axis.
   *
   * @param logarithmic whether it is divided in decades
   * @param from its beginning
   * @param to its end
   */
  public record Axis(boolean logarithmic, double from, double to) {}

  /** What a series is to the figure. */
  public enum Kind {
    /** What the figure shows. */
    MODEL,
    /** An approximation or another case, to compare with. */
    COMPARED,
    /** A place on the horizontal axis. */
    MARK
  }

  /** What a series has. */
  public enum Subject {
    /** E/(ħω0) of one system. */
    ENERGY(Kind.MODEL),
    /** Ground minus excited population of one system. */
    POPULATION_DIFFERENCE(Kind.MODEL),
    /** E = ħω0. */
    RESONANCE(Kind.COMPARED),
    /** The shift at a sweep rate v0 [1/s²]. */
    AT_SWEEP_RATE(Kind.MODEL),
    /** The shift at a Rabi frequency Ω_R0 [1/s]. */
    AT_RABI(Kind.MODEL),
    /** The shift at a relaxation time T10 [s]. */
    AT_RELAXATION_TIME(Kind.MODEL),
    /** The shift without relaxation. */
    WITHOUT_RELAXATION(Kind.COMPARED),
    /** Eq. 9 for a weak drive. */
    WEAK_DRIVE(Kind.COMPARED),
    /** Eq. 9 for a slow sweep. */
    ADIABATIC(Kind.COMPARED),
    /** Ω_R0 = 2√v0 of Eq. 10. */
    EQUATION_10(Kind.MARK),
    /** Where the frequency is lowest. */
    LOWEST(Kind.MARK),
    /** v0 = ω0/T10. */
    RELAXATION_RATE(Kind.MARK);

    private final Kind kind;

    Subject(Kind kind) {
      this.kind = kind;
    }

    /** What a series of it is to the figure. */
    public Kind kind() {
      return kind;
    }
  }

  /**
   * A curve.
   *
   * @param subject what it has
   * @param value of the quantity that the subject names [SI]; 0 where it names none
   * @param x its points; never written to
   * @param y its points, as many; never written to
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared
  public record Series(Subject subject, double value, double[] x, double[] y) {
    /** What it is to the figure. */
    public Kind kind() {
      return subject.kind();
    }
  }
}
