using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Binding;

/// <summary>Finds where traffic begins or ends: by the name of a virtual machine or computer, or by address.</summary>
internal static class NetworkEnds
{
    /// <summary>The end of a name or address.</summary>
    /// <exception cref="LabException">Nobody has it, or several have.</exception>
    public static LoadEnd Find(LabHandle handle, string name)
    {
        if (handle.Lab.Views<VirtualMachineView>(name).Count > 0)
        {
            VirtualMachineView vm = ThingNames.FindOne<VirtualMachineView>(
                handle, name, null, static view => view.ComputerName);
            return new LoadEnd(new Key<VirtualMachine>(vm.Key), null);
        }

        VMNetworkAdapterView? guest = handle.Lab.Views<VMNetworkAdapterView>()
            .FirstOrDefault(view => view.IPAddresses.Contains(name));
        if (guest is not null)
        {
            return new LoadEnd(new Key<VirtualMachine>(guest.VMKey), null);
        }

        return handle.Lab.Views<NetIPAddressView>(name) is [{ } address, ..]
            ? new LoadEnd(null, new(address.ComputerKey))
            : new LoadEnd(null, ComputerNames.Host(handle, name));
    }
}
