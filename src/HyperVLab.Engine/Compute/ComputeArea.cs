using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Engine.Compute;

/// <summary>Virtual machines: lifecycle, devices, guests, migration.</summary>
internal sealed class ComputeArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(static lab => lab.VirtualMachines, VirtualMachineView.Of, static vm => vm.Name);
        views.Add(static lab => lab.VMHardDiskDrives, VMHardDiskDriveView.Of);
        views.Add(static lab => lab.VMNetworkAdapters, VMNetworkAdapterView.Of, static adapter => adapter.Name);
        views.Add(static lab => lab.Migrations, MigrationView.Of, static migration => migration.VMName);
    }
}
