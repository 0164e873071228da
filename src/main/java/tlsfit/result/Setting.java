package tlsfit.result;

/**
 * The setting of the instruments at a reading, as its table gives it, before the calibration.
 *
 * @param drive what the microwave is given as: {@code power}, {@code photons}, {@code ac-field} or
 *     {@code rabi-frequency}
 * @param driveUnit the SI unit of its value, {@code W} of a power
 * @param driveValue its value
 * @param bias what the bias is given as: {@code bias-rate}
 * @param biasUnit the SI unit of its value, which tells which rate it is: {@code V/s}, {@code
 *     V/m/s} or {@code 1/s^2}
 * @param biasValue its magnitude
 */
public record Setting(
    String drive,
    String driveUnit,
    @Within(least = 0) double driveValue,
    String bias,
    String biasUnit,
    @Within(least = 0) double biasValue) {}
