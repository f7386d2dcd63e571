using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What holds for the ends of TCP connections that somebody gives.</summary>
internal static class FlowRules
{
    /// <summary>The one machine or computer that is meant.</summary>
    /// <exception cref="LabException">It is none, or both are given, or it is gone.</exception>
    public static LoadEnd DemandEnd(
        LabState lab, Key<VirtualMachine>? vm, Key<PhysicalComputer>? computer, string parameter)
    {
        if (vm is null == computer is null)
        {
            throw FlowErrors.EndUnclear.For(parameter, parameter);
        }

        if (vm is { } machine)
        {
            VMQueries.Require(lab, machine);
        }
        else
        {
            lab.RequireComputer(computer!.Value);
        }

        return new LoadEnd(vm, computer);
    }

    /// <summary>Refuses what is no port.</summary>
    /// <exception cref="LabException">It is none.</exception>
    public static void DemandPort(int port)
    {
        if (port is < 1 or > 65_535)
        {
            throw FlowErrors.NotPossible.For(NetworkRules.Text(port));
        }
    }

    /// <summary>The addresses between which a connection goes: such that a way leads there, if any are.</summary>
    /// <exception cref="LabException">An end has none, or the sender does not run.</exception>
    public static (FlowEnd From, FlowEnd To) DemandEnds(LabState lab, LoadEnd from, LoadEnd to)
    {
        FlowEnd[] near = [.. EndsOf(lab, from, mustRun: true)];
        FlowEnd[] far = [.. EndsOf(lab, to, mustRun: false)];
        if (near.Length == 0 || !FlowEnds.Runs(lab, near[0]))
        {
            throw FlowErrors.SourceNotThere.For(NameOf(lab, from), NameOf(lab, from));
        }

        if (far.Length == 0)
        {
            throw FlowErrors.NoAddress.For(NameOf(lab, to), NameOf(lab, to));
        }

        return Linked(lab, near, far) ?? (near[0], far[0]);
    }

    /// <summary>Addresses between which a way leads now; null where none does.</summary>
    public static (FlowEnd From, FlowEnd To)? FindEnds(LabState lab, LoadEnd from, LoadEnd to)
    {
        FlowEnd[] near = [.. EndsOf(lab, from, mustRun: true)];
        return near.Length == 0 || !FlowEnds.Runs(lab, near[0])
            ? null
            : Linked(lab, near, [.. EndsOf(lab, to, mustRun: true)]);
    }

    private static (FlowEnd From, FlowEnd To)? Linked(LabState lab, FlowEnd[] near, FlowEnd[] far)
    {
        foreach (FlowEnd one in near)
        {
            foreach (FlowEnd other in far)
            {
                if (FlowWay.Find(lab, one, other) is not null)
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    private static IEnumerable<FlowEnd> EndsOf(LabState lab, LoadEnd end, bool mustRun) =>
        LoadEndpoints.Of(lab, end)
            .Where(endpoint => endpoint.IPAddress is not null && (endpoint.IsUp || !mustRun))
            .Select(endpoint => new FlowEnd(NameOf(lab, end), end.VM, end.Computer, endpoint.IPAddress!));

    private static string NameOf(LabState lab, LoadEnd end) =>
        end.VM is { } vm ? lab.NameOf(vm) : lab.NameOf(end.Computer!.Value);
}
