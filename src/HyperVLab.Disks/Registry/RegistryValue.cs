using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>
/// A value of a key, as it was when the key was asked for it. It is good until that value or its key is deleted.
/// </summary>
public sealed class RegistryValue
{
    private readonly RegistryHive _hive;
    private readonly HandleStamp _stamp;

    internal RegistryValue(RegistryHive hive, int offset)
    {
        (_hive, _stamp) = (hive, hive.Stamp(offset));
        Name = Node.Name;
    }

    /// <summary>The name; empty for the key's default value.</summary>
    public string Name { get; }

    /// <summary>What the data is meant to be, as it stands in the hive; it need not be one of the named
    /// types.</summary>
    public RegistryValueType Type => Node.Type;

    internal int Offset => Node.Offset;

    internal ValueNode Node => ValueNode.At(_hive.Cells, _hive.OffsetOf(_stamp));

    /// <summary>Reads the data.</summary>
    /// <returns>The bytes as they stand there.</returns>
    /// <exception cref="DiskFormatException">They are not all there.</exception>
    /// <exception cref="InvalidOperationException">The value has been deleted.</exception>
    public byte[] ReadData() => Node.Data.Read(_hive.Cells, _hive.MinorVersion);

    /// <summary>Reads the data as UTF-16 text up to the first zero character, whatever the type says.</summary>
    /// <returns>The text; an odd last byte is left out.</returns>
    /// <exception cref="DiskFormatException">The data is not all there.</exception>
    public string ReadText() => RegistryNames.Decode(ReadData(), isCompressed: false).Split('\0', 2)[0];

    /// <summary>Reads the data as texts, each ended by a zero character; an empty one ends them all.</summary>
    /// <returns>The texts, in their order.</returns>
    /// <exception cref="DiskFormatException">The data is not all there.</exception>
    public IReadOnlyList<string> ReadTexts() => [.. RegistryNames.Decode(ReadData(), isCompressed: false)
        .Split('\0').TakeWhile(text => text.Length > 0)];

    /// <summary>Reads the data as the number that the type says.</summary>
    /// <returns>The number; null if the type is none of a number, or the data has another length.</returns>
    /// <exception cref="DiskFormatException">The data is not all there.</exception>
    public ulong? ReadNumber() => (Type, ReadData()) switch
    {
        (RegistryValueType.Number32, { Length: 4 } data) => BinaryPrimitives.ReadUInt32LittleEndian(data),
        (RegistryValueType.Number32BigEndian, { Length: 4 } data) => BinaryPrimitives.ReadUInt32BigEndian(data),
        (RegistryValueType.Number64, { Length: 8 } data) => BinaryPrimitives.ReadUInt64LittleEndian(data),
        _ => null,
    };

    /// <summary>The name, or "(Default)".</summary>
    public override string ToString() => Name.Length == 0 ? "(Default)" : Name;
}
