package tlsfit.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;
import tlsfit.model.Validity;

/**
 * A sample file with its tables, as an experiment on given parameters would give them: f = f_ref (1
 * − χ K) with normal noise. The same arguments give the same bytes.
 */
public final class Simulation {
  private final String sample;
  private final Truth truth;
  private final Settings settings;
  private final ShiftModel model;
  private final double noise;
  private final boolean withSigma;
  private final SharedStateContinuousSampler normal;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Prepares a simulation.
   *
   * @param sample name of the sample
   * @param truth what the readings follow
   * @param settings of the instrument
   * @param model of the shift
   * @param noise standard deviation of a reading [Hz]; 0 for none
   * @param withSigma whether the tables tell it
   * @param seed of the noise
   */
  public Simulation(
      String sample,
      Truth truth,
      Settings settings,
      ShiftModel model,
      double noise,
      boolean withSigma,
      long seed) {
    this.sample = sample;
    this.truth = truth;
    this.settings = settings;
    this.model = model;
    this.noise = noise;
    this.withSigma = withSigma;
    normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  /** What should be known of the files that were made. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Makes the files: the sample file first, then its tables.
   *
   * @param tables what to make
   * @param origin what the files say of themselves in their first line
   * @throws SimulationException if a number of the calibration is missing, or the theory does not
   *     hold at a point
   */
  public List<GeneratedFile> files(List<TablePlan> tables, String origin) {
    checkNames(tables);
    List<GeneratedFile> files = new ArrayList<>();
    files.add(
        new GeneratedFile(sample + ".yaml", SampleFileText.of(sample, settings, tables, origin)));
    tables.forEach(table -> files.add(new GeneratedFile(table.file(), table(table, origin))));
    return List.copyOf(files);
  }

  private void checkNames(List<TablePlan> tables) {
    List<String> names = new ArrayList<>(List.of(sample + ".yaml"));
    for (TablePlan table : tables) {
      if (names.contains(table.file())) {
        throw new SimulationException("two files would be named " + table.file());
      }
      names.add(table.file());
    }
  }

  private String table(TablePlan table, String origin) {
    List<String> missing =
        settings.calibration().missing(table.drive().channel(), table.bias().channel());
    if (!missing.isEmpty()) {
      throw new SimulationException(
          table.file()
              + ": the fields cannot be had without "
              + missing.stream()
                  .map(key -> "--" + key.substring(key.indexOf('.') + 1))
                  .collect(Collectors.joining(", ")));
    }
    StringBuilder text = new StringBuilder("# ").append(origin).append('\n');
    List<String> header = new ArrayList<>();
    List.of(table.drive(), table.bias()).stream()
        .filter(table::hasColumn)
        .forEach(axis -> header.add(axis.header()));
    header.add("frequency [Hz]");
    if (withSigma) {
      header.add("frequency_sigma [Hz]");
    }
    text.append(String.join(",", header)).append('\n');
    List<String> doubtful = new ArrayList<>();
    for (String bias : table.bias().values(table.biasPoints())) {
      for (String drive : table.drive().values(table.drivePoints())) {
        Shift shift = shift(table, drive, bias);
        check(table, drive, bias, shift, doubtful);
        List<String> cells = new ArrayList<>();
        if (table.hasColumn(table.drive())) {
          cells.add(drive);
        }
        if (table.hasColumn(table.bias())) {
          cells.add(bias);
        }
        double frequency = truth.referenceFrequency() * (1 - truth.chi() * shift.value());
        cells.add(written(frequency + (noise > 0 ? noise * normal.sample() : 0)));
        if (withSigma) {
          cells.add(plain(noise));
        }
        text.append(String.join(",", cells)).append('\n');
      }
    }
    if (!doubtful.isEmpty()) {
      warnings.add(
          table.file()
              + ": "
              + doubtful.size()
              + " readings are near the end of the theory (L < 1), the first at "
              + doubtful.get(0));
    }
    return text.toString();
  }

  private Shift shift(TablePlan table, String drive, String bias) {
    return model.shift(
        rabi(table, drive),
        sweepRate(table, bias),
        2 * Math.PI * truth.referenceFrequency(),
        truth.relaxationRate());
  }

  private double rabi(TablePlan table, String written) {
    Axis axis = table.drive();
    return axis.channel()
        .drive(
            axis.toSi(written),
            settings.calibration(),
            OptionalDouble.empty(),
            truth.referenceFrequency())
        .rabi(truth.dipoleMoment());
  }

  private double sweepRate(TablePlan table, String written) {
    Axis axis = table.bias();
    return axis.channel()
        .biasRate(axis.toSi(written), settings.calibration())
        .sweepRate(truth.dipoleMoment());
  }

  private static void check(
      TablePlan table, String drive, String bias, Shift shift, List<String> doubtful) {
    if (shift.validity() == Validity.VALID) {
      return;
    }
    String place =
        String.format(
            Locale.ROOT,
            "%s %s %s, bias-rate %s %s",
            table.drive().key(),
            drive,
            table.drive().unit(),
            bias,
            table.bias().unit());
    if (shift.validity() == Validity.OUTSIDE) {
      throw new SimulationException(
          String.format(
              Locale.ROOT,
              "%s: the theory does not hold at %s (L = %.2g, where it must be above 0, and well so);"
                  + " take less microwave or a slower bias",
              table.file(),
              place,
              shift.logarithm()));
    }
    doubtful.add(place);
  }

  /** Frequencies to a thousandth of the noise; without noise to all digits. */
  private String written(double frequency) {
    if (noise == 0) {
      return plain(frequency);
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(noise)));
    return new BigDecimal(frequency).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The shortest decimal number that is read back as the same. */
  private static String plain(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value));
    return exact.compareTo(BigDecimal.ONE) < 0
        ? exact.toPlainString()
        : exact.stripTrailingZeros().toPlainString();
  }
}
