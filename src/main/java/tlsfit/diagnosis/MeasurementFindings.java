package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tlsfit.fit.Fit;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.InputFile;

/**
 * The findings on what was given to a fit, mistakes that no test of the residuals sees: {@link
 * FindingCode#IDENTICAL_INPUTS}, {@link FindingCode#DUPLICATE_READINGS}, {@link
 * FindingCode#SIGMA_DECIDES} and {@link FindingCode#PLAUSIBLE}.
 */
public final class MeasurementFindings {
  /** Copies that spoil a fit, in number, and as a share of all readings. */
  private static final int MANY_COPIES = 3;

  private static final double MANY_OF_ALL = 0.1;

  /** Share of the information from which on readings decide a parameter alone. */
  private static final double DECIDES_ALONE = 0.9;

  /** Standard errors, half the width of a 95 % interval. */
  private static final double INTERVAL = 1.96;

  private MeasurementFindings() {}

  /** The findings on a measurement and its fit. */
  public static List<Finding> of(Measurement measurement, Fit fit, Diagnosis diagnosis) {
    List<Finding> findings = new ArrayList<>();
    BitSet repeated = identicalInputs(measurement, findings);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < measurement.sweeps().size(); i++) {
      if (!repeated.get(i)) {
        readings.addAll(measurement.sweeps().get(i).readings());
      }
    }
    duplicates(DuplicateReadings.of(readings, fit), readings.size(), findings);
    if (diagnosis.shiftSeen() && diagnosis.converged()) {
      DecidingSigma.of(fit).ifPresent(found -> deciding(found, fit, findings));
    }
    findings.addAll(Plausibility.of(fit, diagnosis));
    return findings;
  }

  /** Files with the same bytes, and tables with the same rows; gives those that repeat another. */
  private static BitSet identicalInputs(Measurement measurement, List<Finding> findings) {
    BitSet repeated = new BitSet();
    List<Sweep> sweeps = measurement.sweeps();
    Map<String, String> hashes = new HashMap<>();
    for (InputFile input : measurement.inputs()) {
      hashes.put(input.file(), input.sha256());
    }
    for (int i = 1; i < sweeps.size(); i++) {
      Reading again = sweeps.get(i).readings().get(0);
      for (int j = 0; j < i && !repeated.get(i); j++) {
        Reading first = sweeps.get(j).readings().get(0);
        String hash = hashes.getOrDefault(first.origin().file(), "");
        boolean bytes = !hash.isEmpty() && hash.equals(hashes.get(again.origin().file()));
        if (bytes || same(sweeps.get(j), sweeps.get(i))) {
          repeated.set(i);
          findings.add(
              Finding.of(FindingCode.IDENTICAL_INPUTS, Kind.FACT, false)
                  .withValue(sweeps.get(i).readings().size())
                  .about(again.origin().file())
                  .at(Places.of(List.of(first, again))));
        }
      }
    }
    return repeated;
  }

  /** Whether two tables hold the same rows, in any order. */
  private static boolean same(Sweep first, Sweep again) {
    return first.readings().size() == again.readings().size()
        && DuplicateReadings.rows(first.readings())
            .equals(DuplicateReadings.rows(again.readings()));
  }

  private static void duplicates(DuplicateReadings found, int all, List<Finding> findings) {
    int copies = found.copies().size();
    if (copies == 0) {
      return;
    }
    boolean many = copies >= MANY_COPIES || copies >= MANY_OF_ALL * all;
    findings.add(
        Levels.tested(FindingCode.DUPLICATE_READINGS, found.pValue(), many)
            .withValue(copies)
            .with("readings", all)
            .at(Places.of(found.copies())));
  }

  private static void deciding(DecidingSigma found, Fit fit, List<Finding> findings) {
    boolean spoils =
        !found.ofFrequency() && (found.share() > DECIDES_ALONE || found.change() > INTERVAL);
    findings.add(
        Finding.of(FindingCode.SIGMA_DECIDES, spoils ? Kind.FACT : Kind.CHECK, false)
            .withValue(found.share())
            .withLimit(spoils ? DECIDES_ALONE : DecidingSigma.HALF)
            .with("standardErrors", found.change())
            .with("sigmaRatio", found.ratio())
            .about(found.parameter().key())
            .at(found.readings().stream().map(i -> Places.of(fit, i)).toList()));
  }
}
