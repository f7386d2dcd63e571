using HyperVLab.Engine.Compute.Tracing;
using HyperVLab.Pictures;

namespace HyperVLab.Objects;

/// <summary>The way of one frame or disk request of a virtual machine, as Trace-LabIO writes it.</summary>
public sealed class IOTrace
{
    internal IOTrace(IOTraceView view)
    {
        View = view;
        Hops = [.. view.Hops.Select(static hop => new IOHop(hop))];
    }

    /// <summary>What is followed.</summary>
    public IORequestKind Kind => View.Kind;

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>Its host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The adapter's name, or the drive's place.</summary>
    public string Device => View.Device;

    /// <summary>Where it goes: who gets the frame, or what is read or written.</summary>
    public string Target => View.Target;

    /// <summary>How long the frame or the request is, in bytes.</summary>
    public long Bytes => View.Bytes;

    /// <summary>Which way it is in words, such as <c>synthetic, redirected</c>.</summary>
    public string Way => View.Way;

    /// <summary>The hops in order.</summary>
    public IOHop[] Hops { get; }

    /// <summary>Whether it gets there; if not, the last hop says why.</summary>
    public bool HasArrived => View.HasArrived;

    /// <summary>How long it takes in all, in microseconds.</summary>
    public double Microseconds => View.Microseconds;

    internal IOTraceView View { get; }

    /// <summary>Draws it in characters: a box for each computer with its partitions, and the hops by number.</summary>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="coloured">Whether to colour, and to draw boxes with lines.</param>
    public string Draw(int width, bool coloured) => TextWay.Draw(WayPicture.Of(View), width, coloured);

    /// <summary>What goes where.</summary>
    public override string ToString() => WayPicture.TitleOf(View);
}
