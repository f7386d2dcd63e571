using System.Buffers.Binary;
using System.Globalization;

namespace HyperVLab.Disks.Registry;

/// <summary>
/// The security identifier that Windows Setup draws for a computer: S-1-5-21 and three numbers. Local accounts have it
/// with one number more.
/// </summary>
/// <param name="First">The first number after 21.</param>
/// <param name="Second">The second one.</param>
/// <param name="Third">The third one.</param>
public sealed partial record MachineSid(uint First, uint Second, uint Third)
{
    private const string Prefix = "S-1-5-21-";
    private const int HeaderBytes = 12;
    private const int NumbersBytes = 12;

    // Authority 5 and the number 21, as they stand in a binary identifier after its revision and count.
    private static ReadOnlySpan<byte> Authority => [0, 0, 0, 0, 0, 5, 21, 0, 0, 0];

    /// <summary>Reads the identifier of the computer that a hive belongs to.</summary>
    /// <param name="hive">Its SAM (SAM\Domains\Account, value V) or SECURITY hive (Policy\PolAcDmS).</param>
    /// <returns>The identifier; null if the hive is neither, or holds none.</returns>
    /// <exception cref="DiskFormatException">The hive is broken.</exception>
    public static MachineSid? Read(RegistryHive hive)
    {
        var value = hive.Find(@"SAM\Domains\Account")?.FindValue("V") ?? hive.Find(@"Policy\PolAcDmS")?.FindValue("");
        var data = value?.ReadData();
        var numbers = data is { Length: >= HeaderBytes + NumbersBytes } ? data.AsSpan(^NumbersBytes..) : default;
        return numbers.IsEmpty || !data.AsSpan(0, data!.Length - NumbersBytes).EndsWith(Authority)
            ? null
            : new MachineSid(
                BinaryPrimitives.ReadUInt32LittleEndian(numbers),
                BinaryPrimitives.ReadUInt32LittleEndian(numbers[4..]),
                BinaryPrimitives.ReadUInt32LittleEndian(numbers[8..]));
    }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">For instance S-1-5-21-1004336348-1177238915-682003330.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static MachineSid Parse(string text)
    {
        var parts = text.Split('-');
        var numbers = new uint[3];
        if (parts.Length != 7 || !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !Enumerable.Range(0, 3).All(i => uint.TryParse(
                parts[4 + i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])))
        {
            throw new FormatException($"\"{text}\" is not S-1-5-21 and three numbers.");
        }

        return new MachineSid(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>The text form.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{First}-{Second}-{Third}");

    private byte[] ToNumbers()
    {
        var bytes = new byte[NumbersBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, First);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Second);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Third);
        return bytes;
    }
}
