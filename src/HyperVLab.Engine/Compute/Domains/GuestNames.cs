using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The names of guests' computers in their networks. NetBIOS over TCP/IP gives a name to the first that claims it; who
/// comes later with the same name gets event 4319, and is not found under it.
/// </summary>
internal static class GuestNames
{
    private const string Source = "NetBT";

    /// <summary>Who has a guest's name in its network; null where nobody else has.</summary>
    /// <returns>Such as <c>the virtual machine 'web01'</c>.</returns>
    public static string? HolderOf(LabState lab, VirtualMachine vm)
    {
        if (!vm.HasRunningGuest || vm.GuestComputerName is not { } name)
        {
            return null;
        }

        foreach (VirtualMachine other in lab.VirtualMachines)
        {
            if (other != vm && other.HasRunningGuest && IsBefore(other, vm) && IsName(other.GuestComputerName, name)
                && IsNear(lab, vm, new LoadEnd(other.Key, null)))
            {
                return $"the virtual machine '{other.Name}'";
            }
        }

        return lab.FindComputer(name) is { IsRunning: true } computer
            && IsNear(lab, vm, new LoadEnd(null, computer.Key))
            ? $"the computer {computer.Name}"
            : null;
    }

    /// <summary>A guest's name is not given to it.</summary>
    public static void SayTaken(LabState lab, VirtualMachine vm, string holder) => lab.Write(
        LogLevel.Error,
        Source,
        lab.NameOf(vm.Computer),
        $"{vm.GuestComputerName} ('{vm.Name}'): a duplicate name has been detected on the TCP network (event 4319). "
        + $"It is that of {holder}.");

    private static bool IsBefore(VirtualMachine one, VirtualMachine other) =>
        (one.StartedAt ?? default, one.Key.Number).CompareTo((other.StartedAt ?? default, other.Key.Number)) < 0;

    private static bool IsName(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Names are claimed by broadcast, which no router passes on.
    private static bool IsNear(LabState lab, VirtualMachine vm, LoadEnd end) =>
        LoadEndpoints.Of(lab, new LoadEnd(vm.Key, null)).Any(near => near.IsUp
            && LoadEndpoints.Of(lab, end).Any(far => far.IPAddress is { } address && address != near.IPAddress
                && IPTrips.Find(lab, IPSender.Of(lab, near), address) is
                    { Status: PingStatus.Success, Legs.Count: 1 }));
}
