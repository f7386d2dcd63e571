using System.Globalization;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>Says in words why a frame goes as it does.</summary>
internal static class TraceTexts
{
    /// <summary>How a switch finds where a frame goes.</summary>
    public static string Of(FrameStep step, string target)
    {
        string vlan = step.VlanId > 0
            ? string.Create(CultureInfo.InvariantCulture, $"VLAN {step.VlanId}: ")
            : string.Empty;
        return vlan + (step.Kind, step.Choice) switch
        {
            (_, FrameChoice.Port) => $"{target} is on one of its ports",
            (_, FrameChoice.Learned) => $"learned where {target} is",
            (FrameStepKind.VirtualSwitch, _) => "not here: to its way out",
            _ => "not learned: to all ports",
        };
    }

    /// <summary>The queue into which a card puts the frames of somebody.</summary>
    public static VmqQueue QueueOf(LabState lab, NetworkAdapter card, Endpoint? target)
    {
        IReadOnlyList<VmqQueue> queues = Vmq.QueuesOf(lab, card);
        return queues.FirstOrDefault(one => one.Port is { } port && port.Place == target?.Place) ?? queues[0];
    }

    /// <summary>What a card does with a frame that comes in.</summary>
    public static string OfQueue(LabState lab, NetworkAdapter card, Endpoint? target)
    {
        NetworkAdapter carrier = lab.NetworkAdapters.Find(card.Bond) ?? card;
        return carrier.VirtualSwitch is null ? string.Empty
            : QueueOf(lab, card, target) is { Port: not null } queue
            ? string.Create(CultureInfo.InvariantCulture, $"queue {queue.QueueId}, by MAC and VLAN")
            : "default queue";
    }

    /// <summary>Why a request does not go straight, or not at all.</summary>
    public static string Of(VolumeRouteReason reason) => reason switch
    {
        VolumeRouteReason.NoPath => "no path to the LUN is up",
        VolumeRouteReason.UserRequest => "switched on by hand",
        VolumeRouteReason.Backup => "the volume is being backed up",
        VolumeRouteReason.NotOwner => "another node has the disk",
        VolumeRouteReason.NoOwner => "no node has the disk",
        VolumeRouteReason.OwnerUnreachable => "the coordinator does not answer",
        VolumeRouteReason.Maintenance => "the volume is in maintenance",
        VolumeRouteReason.NotMounted => "the host does not show the volume",
        VolumeRouteReason.Offline => "the disk is offline",
        VolumeRouteReason.ComputerDown => "the host does not run",
        VolumeRouteReason.Fenced => "the node is fenced from the LUN",
        _ => reason.ToString(),
    };

    /// <summary>A link's speed.</summary>
    public static string Speed(long bitsPerSecond) => string.Create(
        CultureInfo.InvariantCulture, $"{bitsPerSecond / 1e9:0.##} Gbit/s");

    /// <summary>What is said of a frame that is there.</summary>
    public static string OfArrival(int lossPercent, TimeSpan late)
    {
        string text = "waits for a processor";
        text += late > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"; late by {late.TotalMilliseconds:0.#} ms")
            : string.Empty;
        return text + (lossPercent > 0
            ? string.Create(CultureInfo.InvariantCulture, $"; {lossPercent} of 100 are lost")
            : string.Empty);
    }

    /// <summary>Why a frame gets no further.</summary>
    public static string Of(FrameDrop why, IReadOnlyList<FrameStep> way, TraceTarget target, LabState lab)
    {
        FrameStep? last = way.Count > 0 ? way[^1] : null;
        return (why, last?.Kind) switch
        {
            (FrameDrop.MacAddressSpoofed, _) => "refused: its source is not the adapter's (MacAddressSpoofing is off)",
            (FrameDrop.DhcpGuard, _) => "refused: DHCP guard",
            (FrameDrop.RouterGuard, _) => "refused: router guard",
            (FrameDrop.VlanNotAllowed, FrameStepKind.PhysicalSwitch) => string.Create(
                CultureInfo.InvariantCulture,
                $"VLAN {last!.VlanId} is not let through the port towards {target.Name}"),
            (FrameDrop.VlanNotAllowed, FrameStepKind.CardOut) => "the switch's port takes no frame of that VLAN",
            (FrameDrop.VlanNotAllowed, _) => OfPort(last, target),
            (FrameDrop.NotConnected, FrameStepKind.VirtualSwitch) when target.End?.VirtualSwitch is { } plugged
                && plugged == last!.VirtualSwitch => $"{target.Name} does not answer: its guest is down",
            (FrameDrop.NotConnected, FrameStepKind.VirtualSwitch) => "the switch has no way out with a link",
            (FrameDrop.NotConnected, FrameStepKind.PhysicalSwitch) => $"the link towards {target.Name} is down",
            (FrameDrop.NotConnected, _) => "its link is down",
            (FrameDrop.NobodyThere, FrameStepKind.VirtualSwitch) when target.End?.VirtualSwitch is { } its
                && its == last!.VirtualSwitch => OfPort(last, target),
            _ when last is { Kind: FrameStepKind.CardIn, Card: { } card }
                && !Endpoint.IsAlive(lab, lab.NetworkAdapters[card].Computer) =>
                $"{lab.NameOf(lab.NetworkAdapters[card].Computer)} does not answer",
            _ => $"nobody here takes it: {target.Name} is not there",
        };
    }

    private static string OfPort(FrameStep? last, TraceTarget target) => last is { VlanId: > 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"{target.Name}'s port is not in VLAN {last.VlanId}")
        : $"{target.Name}'s port takes no frames without a VLAN";
}
