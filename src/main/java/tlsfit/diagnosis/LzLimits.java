package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;

/**
 * The limits of model {@code lz} for the readings of a fit: where what it leaves out may be seen.
 * The numbers are those of simulations that leave nothing out; theory-lz.md on the project's site,
 * section 7, has them.
 */
final class LzLimits {
  /** Ω_R0⁴/(v0 ω0²) above which two-photon crossings take about 1 % off the response. */
  private static final double STRONG = 0.025;

  /** Excess of p, relative to it, per unit of the same at the largest shift. */
  private static final double EXCESS = 7;

  /** The largest excess that is proportional to it. */
  private static final double PROPORTIONAL = 0.1;

  /** Excess of p that is worth a note. */
  private static final double SEEN = 0.01;

  /** Ω_R0³ ω0/v0² below which the crossings of the slowest systems overlap. */
  private static final double WEAK = 3;

  /** Error of the response there, as a share of the largest. */
  private static final double ERROR = 4e-3;

  /** T10 √v0 below which systems relax while they cross. */
  private static final double FAST = 10;

  private LzLimits() {}

  /** The limits that readings of a fit exceed. */
  static List<Finding> of(Fit fit) {
    Observations observations = fit.observations();
    int n = observations.size();
    double omega0 = 2 * Math.PI * fit.values().referenceFrequency();
    double[] strong = new double[n];
    double[] weak = new double[n];
    double[] slow = new double[n];
    double largestShift = 0;
    int extremum = 0;
    for (int i = 0; i < n; i++) {
      double rabi = observations.rabi(i, fit.values());
      double sweep = observations.sweepRate(i, fit.values());
      strong[i] = Math.pow(rabi * rabi / omega0, 2) / sweep;
      weak[i] = Math.pow(rabi, 3) * omega0 / (sweep * sweep);
      slow[i] = Math.sqrt(sweep) / fit.values().relaxationRate();
      double shift = Math.abs(fit.prediction().shift()[i]);
      if (shift > largestShift) {
        largestShift = shift;
        extremum = i;
      }
    }
    List<Finding> findings = new ArrayList<>();
    int strongest = place(strong, -1);
    double excess = EXCESS * strong[extremum];
    if (strong[strongest] > STRONG || excess > SEEN) {
      Finding finding =
          note(FindingCode.TWO_PHOTON_CROSSINGS, strong[strongest], STRONG)
              .at(List.of(Places.of(fit, strongest)))
              .with("beyond", (double) Arrays.stream(strong).filter(s -> s > STRONG).count())
              .with("readings", n);
      findings.add(excess < PROPORTIONAL ? finding.with("excess", excess) : finding);
    }
    double error = ERROR * largestShift / fit.typicalSigma();
    long overlapping = IntStream.range(0, n).filter(i -> weak[i] < WEAK).count();
    if (overlapping > 0 && error > 1) {
      findings.add(
          note(FindingCode.WEAK_DRIVE, (double) overlapping, 0)
              .with("readings", n)
              .with("error", error));
    }
    int fastest = place(slow, 1);
    if (slow[fastest] < FAST) {
      findings.add(note(FindingCode.RELAXATION_AT_CROSSING, slow[fastest], FAST));
    }
    return findings;
  }

  private static Finding note(FindingCode code, double value, double limit) {
    return Finding.of(code, Kind.NOTE, false).withValue(value).withLimit(limit);
  }

  /** The place of the largest of several numbers, or with sign 1 of the smallest. */
  private static int place(double[] numbers, int sign) {
    int place = 0;
    for (int i = 1; i < numbers.length; i++) {
      place = sign * numbers[i] < sign * numbers[place] ? i : place;
    }
    return place;
  }
}
