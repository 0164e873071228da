package tlsfit.measurement;

import java.util.AbstractList;
import java.util.OptionalDouble;
import java.util.RandomAccess;

/**
 * The readings of one table as columns of numbers; each is made when it is asked for. A million
 * readings take 200 MB, their numbers a quarter of it.
 */
public final class ReadingColumns extends AbstractList<Reading> implements RandomAccess {
  private final String file;
  private final int[] lines;
  private final Setting drive;
  private final Setting bias;
  private final Frequencies frequencies;

  /**
   * The drives or the rates of all readings.
   *
   * @param channel what they are given as
   * @param given the values of the setting in SI units
   * @param inDielectric the values of the drive or the rate in the dielectric: the field [V/m] or
   *     its rate [V/m/s], unless they are given as frequencies
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  public record Setting(Channel channel, double[] given, double[] inDielectric) {}

  /**
   * What was measured.
   *
   * @param values of the resonance frequencies [Hz]
   * @param sigmas standard deviations [Hz], not a number where unknown
   * @param driveSigmas relative standard deviations of the amplitudes of the drive [1]
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  public record Frequencies(double[] values, double[] sigmas, double[] driveSigmas) {}

  /**
   * Takes columns of one length over; they are not to be changed afterwards.
   *
   * @param file the table, as the user named it
   * @param lines where each reading stands, the first line being 1
   * @param drive of all readings
   * @param bias of all readings
   * @param frequencies of all readings
   */
  public ReadingColumns(
      String file, int[] lines, Setting drive, Setting bias, Frequencies frequencies) {
    this.file = file;
    this.lines = lines;
    this.drive = drive;
    this.bias = bias;
    this.frequencies = frequencies;
  }

  @Override
  public int size() {
    return lines.length;
  }

  @Override
  public Reading get(int index) {
    double sigma = frequencies.sigmas[index];
    return new Reading(
        drive(index),
        frequencies.driveSigmas[index],
        biasRate(index),
        frequency(index),
        Double.isNaN(sigma) ? OptionalDouble.empty() : OptionalDouble.of(sigma),
        new InstrumentSetting(drive.channel, drive.given[index], bias.channel, bias.given[index]),
        new Origin(file, line(index)));
  }

  /** The line of a reading, without making the reading. */
  public int line(int index) {
    return lines[index];
  }

  /** The frequency of a reading [Hz], without making the reading. */
  public double frequency(int index) {
    return frequencies.values[index];
  }

  /** The drive of a reading, without making the reading. */
  public Drive drive(int index) {
    double value = drive.inDielectric[index];
    return drive.channel == Channel.RABI_FREQUENCY
        ? new Drive.RabiFrequency(value)
        : new Drive.AcField(value);
  }

  /** The rate of the bias of a reading, without making the reading. */
  public BiasRate biasRate(int index) {
    double value = bias.inDielectric[index];
    return bias.channel == Channel.ENERGY_RATE
        ? new BiasRate.EnergyRate(value)
        : new BiasRate.FieldRate(value);
  }
}
