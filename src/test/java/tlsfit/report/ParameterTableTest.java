package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.Constants;

/** Digits by the rounding of the Particle Data Group: 100 to 354 two digits, 355 to 949 one. */
class ParameterTableTest {
  private static final double DEBYE = Constants.DEBYE;

  private static ParameterEstimate dipole(
      @Nullable Double value, @Nullable Double error, @Nullable Double low, @Nullable Double high) {
    return new ParameterEstimate(
        "dipoleMoment", "C m", value, error, new Interval(0.95, "wald", low, high), false, true);
  }

  private static ParameterEstimate atBound(String side, double value, double low, double high) {
    return new ParameterEstimate(
        "dipoleMoment",
        "C m",
        value,
        null,
        new Interval(0.95, "profile", low, high),
        null,
        false,
        true,
        side,
        null);
  }

  @Test
  void theErrorSaysHowManyDigits() {
    assertThat(
            ParameterTable.cells(
                dipole(5.01234 * DEBYE, 0.2345 * DEBYE, 4.5678 * DEBYE, 5.4987 * DEBYE)))
        .containsExactly("5.01", "0.23", "4.57", "5.50", "D");
    assertThat(
            ParameterTable.cells(
                dipole(5.01234 * DEBYE, 0.567 * DEBYE, 3.9 * DEBYE, 6.1234 * DEBYE)))
        .containsExactly("5.0", "0.6", "3.9", "6.1", "D");
  }

  @Test
  void anOpenSideIsSaid() {
    assertThat(ParameterTable.cells(dipole(5 * DEBYE, 0.2 * DEBYE, 4.5 * DEBYE, null)))
        .containsExactly("5.00", "0.20", "4.50", "no upper limit", "D");
    assertThat(ParameterTable.cells(dipole(5 * DEBYE, 0.2 * DEBYE, null, 5.5 * DEBYE)))
        .contains("no lower limit");
  }

  /** A small lower limit keeps two digits, whatever the error is. */
  @Test
  void aSmallLimitIsNotRoundedAway() {
    assertThat(ParameterTable.cells(dipole(5 * DEBYE, 6 * DEBYE, 0.0123 * DEBYE, 9 * DEBYE)).get(2))
        .isEqualTo("0.012");
  }

  @Test
  void whatIsNotDeterminedHasNoNumber() {
    ParameterEstimate open =
        new ParameterEstimate(
            "chi", "1", 1e-4, null, new Interval(0.95, "wald", null, null), false, false);
    assertThat(ParameterTable.cells(open))
        .containsExactly("not determined", "-", "no lower limit", "no upper limit", "×10⁻⁴");
    assertThat(ParameterTable.inWords(open)).isEqualTo("not determined");
  }

  @Test
  void fixedValuesAreGivenInFull() {
    ParameterEstimate fixed =
        new ParameterEstimate(
            "relaxationTime",
            "s",
            3.456789e-6,
            null,
            new Interval(0.95, "fixed", 3.456789e-6, 3.456789e-6),
            true,
            true);
    assertThat(ParameterTable.cells(fixed)).containsExactly("3.456789", "fixed", "-", "-", "µs");
    assertThat(ParameterTable.inWords(fixed)).isEqualTo("3.456789 µs (fixed)");
  }

  @Test
  void theBoundIsGivenInFullAndTheOtherLimitToFourDigits() {
    ParameterEstimate lower = atBound("lower", 2.123456 * DEBYE, 2.123456 * DEBYE, 2.87654 * DEBYE);
    assertThat(ParameterTable.cells(lower))
        .containsExactly("2.123456", "at bound", "2.123456", "2.877", "D");
    assertThat(ParameterTable.inWords(lower)).isEqualTo("2.123456 D (at its lower bound)");
  }

  @Test
  void calibrationIsReportedSeparately() {
    ParameterEstimate p = dipole(5.01234 * DEBYE, 0.2345 * DEBYE, 4.5 * DEBYE, 5.5 * DEBYE);
    assertThat(ParameterTable.inWords(p)).isEqualTo("5.01 ± 0.23 D");
    assertThat(ParameterTable.inWords(p, 0.123 * DEBYE))
        .isEqualTo("5.01 ± 0.23 (statistical) ± 0.12 (calibration) D");
    assertThat(ParameterTable.inWords(p, 0)).isEqualTo("5.01 ± 0.23 D");
  }

  /** 1 − 0.6827 is the share beyond one σ; levels are not rounded to whole per cent. */
  @Test
  void levelsInPercent() {
    ParameterEstimate p =
        new ParameterEstimate(
            "chi", "1", 1.0, 1.0, new Interval(0.6827, "wald", 0.0, 2.0), false, true);
    assertThat(ParameterTable.level(List.of(p))).isEqualTo("68.27 %");
  }
}
