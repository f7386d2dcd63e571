using System.Buffers.Binary;

namespace HyperVLab.Disks.Serving;

/// <summary>One request as a client sent it, without the bytes of a write.</summary>
/// <param name="Flags">How it is to be done.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Cookie">What the answer is to carry.</param>
/// <param name="Offset">The first byte; a hostile client sends anything.</param>
/// <param name="Length">How many bytes; a hostile client sends anything.</param>
internal readonly record struct NbdRequest(
    NbdCommandFlags Flags, NbdCommand Command, ulong Cookie, ulong Offset, uint Length)
{
    /// <summary>The length of a request in bytes.</summary>
    public const int HeaderBytes = 28;

    /// <summary>Whether it changes the disk.</summary>
    public bool Changes => Command is NbdCommand.Write or NbdCommand.Trim or NbdCommand.WriteZeroes;

    /// <summary>Reads a request.</summary>
    /// <exception cref="NbdProtocolException">The bytes are no request.</exception>
    public static NbdRequest Parse(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) != NbdMagic.Request)
        {
            throw new NbdProtocolException("What was sent is no request.");
        }

        return new NbdRequest(
            (NbdCommandFlags)BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
            (NbdCommand)BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]));
    }

    /// <summary>Says what is wrong with the request, whatever the disk holds.</summary>
    /// <param name="sizeBytes">The size of the export.</param>
    /// <param name="isReadOnly">Whether the export refuses changes.</param>
    /// <param name="knowsStatus">Whether the client chose to know what is allocated.</param>
    /// <returns>The error; none if the request can be tried.</returns>
    public NbdError Check(long sizeBytes, bool isReadOnly, bool knowsStatus)
    {
        var allowed = NbdCommandFlags.ForceUnitAccess | Command switch
        {
            NbdCommand.Read => NbdCommandFlags.DoNotFragment,
            NbdCommand.WriteZeroes => NbdCommandFlags.NoHole | NbdCommandFlags.FastZero,
            NbdCommand.BlockStatus => NbdCommandFlags.OneRange,
            _ => NbdCommandFlags.None,
        };
        if (Command > NbdCommand.BlockStatus || (Flags & ~allowed) != 0)
        {
            return NbdError.Invalid;
        }

        if (Changes && isReadOnly)
        {
            return NbdError.NotPermitted;
        }

        if (Command is NbdCommand.Flush)
        {
            return Offset == 0 && Length == 0 ? NbdError.None : NbdError.Invalid;
        }

        if (Offset > (ulong)sizeBytes || Length > (ulong)sizeBytes - Offset)
        {
            return Command is NbdCommand.Write or NbdCommand.WriteZeroes ? NbdError.NoSpace : NbdError.Invalid;
        }

        var tooLong = Command is NbdCommand.Read or NbdCommand.Write && Length > NbdLimits.MaximumPayloadBytes;
        var noStatus = Command is NbdCommand.BlockStatus && (!knowsStatus || Length == 0);
        return tooLong || noStatus ? NbdError.Invalid : NbdError.None;
    }
}
