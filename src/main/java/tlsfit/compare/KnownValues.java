package tlsfit.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.statistics.HolmCorrection;
import tlsfit.statistics.LimitedEstimate;

/** Tests of samples, and of their mean, against known values. */
final class KnownValues {
  private KnownValues() {}

  /**
   * The tests of one known value.
   *
   * @param logarithms of samples that may be compared
   * @param mean null where there is none
   */
  static List<ReferenceTest> test(
      Reference reference,
      List<SampleLogarithm> logarithms,
      @Nullable PooledMean mean,
      double level) {
    double critical = SampleLogarithm.critical(level);
    List<ReferenceTest> tests = new ArrayList<>();
    for (SampleLogarithm one : logarithms) {
      LimitedEstimate total = one.comparable().widened(critical * one.calibration());
      tests.add(test(one.value().sample(), reference, total, critical));
    }
    double[] holm =
        HolmCorrection.adjust(tests.stream().mapToDouble(ReferenceTest::pValue).toArray());
    List<ReferenceTest> corrected = new ArrayList<>();
    for (int i = 0; i < holm.length; i++) {
      ReferenceTest one = tests.get(i);
      corrected.add(
          new ReferenceTest(one.sample(), one.reference(), one.ratio(), one.pValue(), holm[i]));
    }
    if (mean != null) {
      LimitedEstimate of =
          new LimitedEstimate(
              Math.log(mean.value()), Math.log(mean.lower()), Math.log(mean.upper()));
      corrected.add(test("", reference, of, critical));
    }
    return corrected;
  }

  private static ReferenceTest test(
      String sample, Reference reference, LimitedEstimate estimate, double critical) {
    double value = Math.exp(estimate.value());
    double nearest = Math.min(Math.max(value, reference.lower()), reference.upper());
    double relative = reference.standardError() / reference.lower();
    double p = estimate.widened(critical * relative).pValue(Math.log(nearest), critical);
    return new ReferenceTest(sample, reference.label(), value / nearest, p, p);
  }
}
