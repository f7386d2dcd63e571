using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Serving;

/// <summary>Reads what a client sent with an option; nothing in it is trusted.</summary>
internal ref struct NbdOptionData
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest;

    /// <summary>Starts to read.</summary>
    /// <param name="bytes">The data of the option.</param>
    public NbdOptionData(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Whether everything has been read.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>Reads a number of 16 bits.</summary>
    public bool TryRead(out ushort value)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(_rest, out value))
        {
            return false;
        }

        _rest = _rest[sizeof(ushort)..];
        return true;
    }

    /// <summary>Reads a number of 32 bits.</summary>
    public bool TryRead(out uint value)
    {
        if (!BinaryPrimitives.TryReadUInt32BigEndian(_rest, out value))
        {
            return false;
        }

        _rest = _rest[sizeof(uint)..];
        return true;
    }

    /// <summary>Reads a text with its length in 32 bits before it.</summary>
    public bool TryRead(out string text)
    {
        text = "";
        if (!TryRead(out uint length) || length > NbdLimits.MaximumStringBytes || length > _rest.Length
            || !TryText(_rest[..(int)length], out text))
        {
            return false;
        }

        _rest = _rest[(int)length..];
        return true;
    }

    /// <summary>Reads bytes as a text.</summary>
    public static bool TryText(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = s_strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
