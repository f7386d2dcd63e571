using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace HyperVLab.Simulation;

/// <summary>
/// The versioned binary form in which inputs and events enter the hash: kind names, property names and values, little
/// endian, with nulls left out. Adding a property that may be null therefore keeps the hashes of old histories.
/// </summary>
public sealed class BinaryForm
{
    /// <summary>The form's version; the first byte of every chain.</summary>
    public const byte Version = 1;

    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Forgets what was written, and keeps the memory.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Writes a whole number.</summary>
    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    /// <summary>Writes text as its length and UTF-8.</summary>
    public void Write(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Write(length);
        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    /// <summary>Writes an event, request or record: its kind, then every value that is not null.</summary>
    public void WriteRecord(object value)
    {
        StateContract contract = StateContract.Of(value.GetType());
        Write(contract.Name);
        foreach (StateProperty property in contract.Properties)
        {
            if (property.Get(value) is { } content)
            {
                Write(property.Name);
                WriteValue(property.Type, content);
            }
        }

        Write(-1L);
    }

    private void WriteValue(StateType type, object value)
    {
        switch (type.Kind)
        {
            case StateKind.Boolean:
                Write((bool)value ? 1L : 0L);
                break;
            case StateKind.Int32:
                Write((int)value);
                break;
            case StateKind.Int64:
                Write((long)value);
                break;
            case StateKind.Double:
                Write(BitConverter.DoubleToInt64Bits((double)value));
                break;
            case StateKind.String:
                Write((string)value);
                break;
            case StateKind.Guid:
                WriteGuid((Guid)value);
                break;
            case StateKind.TimeSpan:
                Write(((TimeSpan)value).Ticks);
                break;
            case StateKind.Enum:
                Write(value.ToString()!);
                break;
            case StateKind.Key:
                Write(((IKey)value).Number);
                break;
            case StateKind.List:
                WriteList(type.Element!, (ICollection)value);
                break;
            default:
                WriteRecord(value);
                break;
        }
    }

    private void WriteGuid(Guid value)
    {
        value.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out _);
        _bytes.Advance(16);
    }

    private void WriteList(StateType element, ICollection values)
    {
        Write(values.Count);
        foreach (object value in values)
        {
            WriteValue(element, value);
        }
    }
}
