package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.statistics.RandomEffects.Estimate;
import tlsfit.statistics.RandomEffects.Estimator;

/**
 * Against metafor 3.8-1 in R 4.2.2, {@code options(digits=10)}: three published data sets that come
 * with it, {@code r <- rma(yi, vi, data=d, method=M, test="knha", control=list(threshold=1e-10,
 * maxiter=100000, tol=1e-14))} with M REML or PM (by itself metafor stops the iterations for τ² at
 * changes of 1e-5), {@code predict(r)}, and one line {@code rma(yi, vi, mods=~ablat, ...)}.
 */
class RandomEffectsTest {
  private static final double[] MEAN = {1};

  /** What is left of the iterations for τ². */
  private static final Percentage PRINTED = Percentage.withPercentage(1e-5);

  // d <- escalc(measure="RR", ai=tpos, bi=tneg, ci=cpos, di=cneg, data=dat.bcg): tuberculosis
  private static final double[] BCG = {
    -0.8893113339202054, -1.5853886572014306, -1.3480731482996933, -1.4415511900213054,
    -0.21754732221129558, -0.786115585818864, -1.6208982235983918, 0.011952333523840508,
    -0.4694176487381494, -1.3713448034727844, -0.3393588283383906, 0.44591340057137874,
    -0.017313948216879815
  };
  private static final double[] BCG_VARIANCES = {
    0.32558476500396133, 0.19458112139814385, 0.4153679653679654, 0.020010031902247573,
    0.05121017216963086, 0.0069056184559087574, 0.22301724757231517, 0.0039615792978177295,
    0.056434210463248966, 0.07302479361302891, 0.01241221397155972, 0.5325058452001528,
    0.0714046596839863
  };
  private static final double[] LATITUDE = {44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33};

  // d <- escalc(measure="MD", m1i=m1i, sd1i=sd1i, n1i=n1i, m2i=m2i, sd2i=sd2i, n2i=n2i,
  //             data=dat.normand1999): lengths of stay in hospital [days]
  private static final double[] STAYS = {-20, -2, -55, -71, -4, 1, 11, -10, 7};
  private static final double[] STAYS_VARIANCES = {
    40.50802315963606, 2.0806451612903225, 15.698403755868545, 150.22222222222223,
    17.307692307692307, 1.1673414304993253, 94.5891265597148, 6.3108792846497765,
    19.842307692307692
  };

  // d <- dat.raudenbush1985: teachers' expectations
  private static final double[] EXPECTED = {
    0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.80, 0.54, 0.18, -0.02, 0.23, -0.18,
    -0.06, 0.30, 0.07, -0.07
  };
  private static final double[] EXPECTED_VARIANCES = {
    0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.0630, 0.0912, 0.0497,
    0.0835, 0.0841, 0.0253, 0.0279, 0.0193, 0.0088, 0.0303
  };

  private static RandomEffects mean(double[] y, double[] variances, Estimator estimator) {
    return RandomEffects.mean(y, variances, new double[0][], estimator);
  }

  private static void check(RandomEffects found, double tau2, double iSquared, double... expected) {
    assertThat(found.tauSquared()).isCloseTo(tau2, PRINTED);
    assertThat(100 * found.iSquared()).isCloseTo(iSquared, PRINTED);
    check(found.estimate(MEAN, 0.95), expected);
  }

  private static void check(Estimate found, double... expected) {
    double[] is = {
      found.value(),
      found.standardError(),
      found.lower(),
      found.upper(),
      found.predictionLower(),
      found.predictionUpper()
    };
    for (int i = 0; i < is.length; i++) {
      assertThat(is[i]).as("number " + i).isCloseTo(expected[i], PRINTED);
    }
  }

  @Test
  void ofVaccinations() {
    RandomEffects reml = mean(BCG, BCG_VARIANCES, Estimator.REML);
    assertThat(reml.q()).isCloseTo(152.2330081, within(1e-7));
    assertThat(reml.degreesOfFreedom()).isEqualTo(12);
    assertThat(reml.pValue()).isCloseTo(1.996764591e-26, Percentage.withPercentage(1e-7));
    check(
        reml,
        0.3132432581,
        92.22138452,
        -0.7145323422,
        0.1807917441,
        -1.108443714,
        -0.3206209706,
        -1.996016834,
        0.5669521499);
    check(
        mean(BCG, BCG_VARIANCES, Estimator.PAULE_MANDEL),
        0.3180684522,
        92.33033795,
        -0.7149681535,
        0.1808921915,
        -1.109098381,
        -0.3208379258,
        -2.005425923,
        0.5754896159);
  }

  @Test
  void ofHospitals() {
    RandomEffects reml = mean(STAYS, STAYS_VARIANCES, Estimator.REML);
    assertThat(reml.q()).isCloseTo(238.9158109, within(1e-7));
    assertThat(reml.pValue()).isCloseTo(3.841809285e-47, Percentage.withPercentage(1e-7));
    check(
        reml,
        684.6461519,
        98.97127435,
        -15.10602747,
        9.198908747,
        -36.31874908,
        6.106694136,
        -79.06454247,
        48.85248752);
    check(
        mean(STAYS, STAYS_VARIANCES, Estimator.PAULE_MANDEL),
        728.2511286,
        99.03227454,
        -15.14568003,
        9.214271595,
        -36.39382844,
        6.102468368,
        -80.90335729,
        50.61199722);
  }

  @Test
  void ofTeachers() {
    RandomEffects reml = mean(EXPECTED, EXPECTED_VARIANCES, Estimator.REML);
    assertThat(reml.q()).isCloseTo(35.8295363, within(1e-7));
    assertThat(reml.pValue()).isCloseTo(0.007419313255, within(1e-12));
    check(
        reml,
        0.01881828822,
        41.84667035,
        0.08370124195,
        0.0615793195,
        -0.0456721076,
        0.2130745915,
        -0.2322085644,
        0.3996110483);
    check(
        mean(EXPECTED, EXPECTED_VARIANCES, Estimator.PAULE_MANDEL),
        0.0517733101,
        66.44022933,
        0.1039569702,
        0.06820838732,
        -0.03934353401,
        0.2472574745,
        -0.3950980085,
        0.603011949);
  }

  @Test
  void ofVaccinationsOverTheLatitude() {
    RandomEffects line =
        RandomEffects.line(LATITUDE, BCG, BCG_VARIANCES, new double[0][], Estimator.REML);
    assertThat(line.q()).isCloseTo(30.73309001, within(1e-8));
    assertThat(line.pValue()).isCloseTo(0.001214290987, within(1e-12));
    assertThat(line.tauSquared()).isCloseTo(0.07634796396, PRINTED);
    assertThat(100 * line.iSquared()).isCloseTo(68.39122484, PRINTED);
    Estimate slope = line.estimate(new double[] {0, 1}, 0.95);
    assertThat(slope.value()).isCloseTo(-0.02910172501, PRINTED);
    assertThat(slope.standardError()).isCloseTo(0.008201417411, PRINTED);
    assertThat(slope.lower()).isCloseTo(-0.04715292303, PRINTED);
    assertThat(slope.upper()).isCloseTo(-0.011050527, PRINTED);
    // predict(r, newmods=mean(ablat)): value, limits and prediction limits
    Estimate middle = line.estimate(new double[] {1, 435 / 13.0}, 0.95);
    assertThat(middle.value()).isCloseTo(-0.7223202808, PRINTED);
    assertThat(middle.lower()).isCloseTo(-0.9923942215, PRINTED);
    assertThat(middle.upper()).isCloseTo(-0.45224634, PRINTED);
    assertThat(middle.predictionLower()).isCloseTo(-1.387748789, PRINTED);
    assertThat(middle.predictionUpper()).isCloseTo(-0.05689177299, PRINTED);
  }

  // V <- diag(d$vi) + outer(g, g); g <- seq(0.1, 0.7, length=13); d$id <- 1:13
  // rma.mv(yi, V, random=~1|id, data=d, method="REML")
  @Test
  void ofVaccinationsWithAnEffectThatAllShare() {
    double[] g = new double[13];
    for (int i = 0; i < g.length; i++) {
      g[i] = 0.1 + 0.05 * i;
    }
    RandomEffects found =
        RandomEffects.mean(BCG, BCG_VARIANCES, new double[][] {g}, Estimator.REML);
    assertThat(found.q()).isCloseTo(108.8506541, within(1e-6));
    assertThat(found.pValue()).isCloseTo(1.00972997e-17, Percentage.withPercentage(1e-5));
    assertThat(found.tauSquared()).isCloseTo(0.2366232974, Percentage.withPercentage(0.001));
    assertThat(found.estimate(MEAN, 0.95).value())
        .isCloseTo(-1.156893827, Percentage.withPercentage(0.001));
    MixedEffects model =
        new MixedEffects(
            BCG,
            BCG_VARIANCES,
            new double[][] {{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
            new double[][] {g});
    double[] weights = found.weights(MEAN);
    double variance =
        model.ownVariance(weights, found.tauSquared()) + model.sharedVariance(weights);
    assertThat(Math.sqrt(variance)).isCloseTo(0.3260046519, Percentage.withPercentage(0.001));
  }

  /** What moves all alike by as much is not seen in their scatter, but in the error of the mean. */
  @Test
  void anEffectThatIsTheSameForAllMovesTheMeanAlone() {
    double[] same = new double[EXPECTED.length];
    Arrays.fill(same, 0.3);
    RandomEffects without = mean(EXPECTED, EXPECTED_VARIANCES, Estimator.REML);
    RandomEffects with =
        RandomEffects.mean(EXPECTED, EXPECTED_VARIANCES, new double[][] {same}, Estimator.REML);
    assertThat(with.q()).isCloseTo(without.q(), within(1e-9));
    assertThat(with.tauSquared()).isCloseTo(without.tauSquared(), within(1e-9));
    Estimate a = without.estimate(MEAN, 0.95);
    Estimate b = with.estimate(MEAN, 0.95);
    assertThat(b.value()).isCloseTo(a.value(), within(1e-9));
    assertThat(b.standardError()).isCloseTo(Math.hypot(a.standardError(), 0.3), within(1e-9));
  }

  // escalc(measure="OR", ..., data=dat.hine1989): Q = 1.512797819 of 5 degrees of freedom
  @Test
  void noScatterBeyondTheErrorsIsAVarianceOfZero() {
    double[] y = {
      0.8198988861990895,
      0,
      0.4537836853789723,
      0.32600093675391717,
      0.847297860387203,
      1.0045833390198333
    };
    double[] v = {
      1.5508365508365507,
      0.55,
      0.4360016190298275,
      0.36380012531328315,
      0.4956079519186315,
      0.35494435142322467
    };
    for (Estimator estimator : Estimator.values()) {
      RandomEffects found = mean(y, v, estimator);
      assertThat(found.q()).isCloseTo(1.512797819, within(1e-9));
      assertThat(found.tauSquared()).isZero();
      assertThat(found.iSquared()).isZero();
      check(
          found.estimate(MEAN, 0.95),
          0.5676832,
          0.1565816758,
          0.1651771883,
          0.9701892117,
          0.1651771883,
          0.9701892117);
    }
  }
}
