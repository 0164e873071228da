package tlsfit.diagnosis;

import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;

/**
 * The levels of all tests that ask whether model and noise describe the readings: of those with a
 * p-value below {@value #WARNS} a fit warns, below {@value #SPOILS} it is not valid.
 *
 * <p>Of a thousand fits to good readings each test warns in one, so that the dozen of tests that
 * there are warns in about one of a hundred, and refuses one of ten thousand.
 */
public final class Levels {
  /** p-value below which a finding asks to be looked at. */
  public static final double WARNS = 1e-3;

  /** p-value below which a finding makes the fit invalid. */
  public static final double SPOILS = 1e-5;

  private Levels() {}

  /** A finding of a test: a fact that does not hold, a check that does not, or one that does. */
  public static Finding tested(FindingCode code, double pValue) {
    return tested(code, pValue, true);
  }

  /**
   * The same.
   *
   * @param maySpoil whether it may make the fit invalid
   */
  static Finding tested(FindingCode code, double pValue, boolean maySpoil) {
    boolean spoils = maySpoil && pValue < SPOILS;
    return Finding.of(code, spoils ? Kind.FACT : Kind.CHECK, pValue >= WARNS)
        .withPValue(pValue)
        .withLimit(spoils ? SPOILS : WARNS);
  }
}
