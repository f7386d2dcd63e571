using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Guests;

/// <summary>Turns a record into tagged fields and back; docs/disk-guest-record.md has the layout.</summary>
internal static class GuestSystemFields
{
    private const int TagBytes = 4;
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes all fields that are not null, in the order of their tags.</summary>
    /// <exception cref="ArgumentException">A text is longer than 255 bytes.</exception>
    public static byte[] ToBytes(GuestSystemRecord record)
    {
        using var bytes = new MemoryStream();
        AddText(bytes, GuestSystemTag.OperatingSystem, record.OperatingSystem);
        AddText(bytes, GuestSystemTag.ComputerName, record.ComputerName);
        AddText(bytes, GuestSystemTag.MachineSid, record.MachineSid);
        AddNumber(bytes, GuestSystemTag.Addressing, (int)record.Addressing);
        AddText(bytes, GuestSystemTag.IPAddress, record.IPAddress);
        AddNumber(bytes, GuestSystemTag.PrefixLength, record.PrefixLength);
        AddText(bytes, GuestSystemTag.DefaultGateway, record.DefaultGateway);
        AddText(bytes, GuestSystemTag.IntegrationServicesVersion, record.IntegrationServicesVersion);
        AddNumber(bytes, GuestSystemTag.BootSeconds, record.BootSeconds);
        AddNumber(bytes, GuestSystemTag.Generalized, record.Generalized ? 1 : 0);
        AddText(bytes, GuestSystemTag.Domain, record.Domain);
        AddNumber(bytes, GuestSystemTag.MachinePassword, record.MachinePassword);
        AddText(bytes, GuestSystemTag.BootDrivers, record.BootDrivers);
        AddText(bytes, GuestSystemTag.DisabledDrivers, record.DisabledDrivers);
        return bytes.ToArray();
    }

    /// <summary>Reads fields. Tags that are not known are passed over: a newer version wrote them.</summary>
    /// <exception cref="FormatException">A field leaves the bytes, comes twice, or holds what it cannot.</exception>
    public static GuestSystemRecord FromBytes(ReadOnlySpan<byte> bytes)
    {
        var fields = Split(bytes);
        return new GuestSystemRecord
        {
            OperatingSystem = Text(fields, GuestSystemTag.OperatingSystem) ?? "",
            ComputerName = Text(fields, GuestSystemTag.ComputerName) ?? "",
            MachineSid = Text(fields, GuestSystemTag.MachineSid) ?? "",
            Addressing = (GuestAddressing)(Number(fields, GuestSystemTag.Addressing) ?? 0),
            IPAddress = Text(fields, GuestSystemTag.IPAddress),
            PrefixLength = Number(fields, GuestSystemTag.PrefixLength) ?? 0,
            DefaultGateway = Text(fields, GuestSystemTag.DefaultGateway),
            IntegrationServicesVersion = Text(fields, GuestSystemTag.IntegrationServicesVersion),
            BootSeconds = Number(fields, GuestSystemTag.BootSeconds),
            Generalized = Number(fields, GuestSystemTag.Generalized) is 1,
            Domain = Text(fields, GuestSystemTag.Domain),
            MachinePassword = Number(fields, GuestSystemTag.MachinePassword),
            BootDrivers = Text(fields, GuestSystemTag.BootDrivers),
            DisabledDrivers = Text(fields, GuestSystemTag.DisabledDrivers),
        };
    }

    private static void AddText(MemoryStream bytes, GuestSystemTag tag, string? text)
    {
        if (text is null)
        {
            return;
        }

        var value = _utf8.GetBytes(text);
        if (value.Length > GuestSystemRecord.MaximumTextBytes)
        {
            throw new ArgumentException($"The {tag} has more than {GuestSystemRecord.MaximumTextBytes} bytes.");
        }

        Add(bytes, tag, value);
    }

    private static void AddNumber(MemoryStream bytes, GuestSystemTag tag, int? number)
    {
        if (number is { } value)
        {
            Span<byte> field = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(field, value);
            Add(bytes, tag, field);
        }
    }

    private static void Add(MemoryStream bytes, GuestSystemTag tag, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[TagBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)value.Length);
        bytes.Write(head);
        bytes.Write(value);
    }

    private static Dictionary<GuestSystemTag, byte[]> Split(ReadOnlySpan<byte> bytes)
    {
        var fields = new Dictionary<GuestSystemTag, byte[]>();
        while (!bytes.IsEmpty)
        {
            if (bytes.Length < TagBytes)
            {
                throw new FormatException("the last field has no length");
            }

            var tag = (GuestSystemTag)BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            int count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            if (count > bytes.Length - TagBytes || !fields.TryAdd(tag, bytes.Slice(TagBytes, count).ToArray()))
            {
                throw new FormatException($"field {(int)tag} of {count} bytes leaves the record or comes twice");
            }

            bytes = bytes[(TagBytes + count)..];
        }

        return fields;
    }

    private static string? Text(Dictionary<GuestSystemTag, byte[]> fields, GuestSystemTag tag)
    {
        if (!fields.TryGetValue(tag, out var value))
        {
            return null;
        }

        try
        {
            return _utf8.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException($"field {tag} is no UTF-8 text");
        }
    }

    private static int? Number(Dictionary<GuestSystemTag, byte[]> fields, GuestSystemTag tag)
    {
        if (!fields.TryGetValue(tag, out var value))
        {
            return null;
        }

        return value.Length == 4
            ? BinaryPrimitives.ReadInt32LittleEndian(value)
            : throw new FormatException($"field {tag} has {value.Length} bytes, not 4");
    }
}
