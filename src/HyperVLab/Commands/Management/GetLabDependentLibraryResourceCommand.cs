using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;
using HyperVLab.Session;
using GuestOSProfile = HyperVLab.Objects.GuestOSProfile;
using VMTemplate = HyperVLab.Objects.VMTemplate;

namespace HyperVLab.Commands.Management;

/// <summary>Gets what depends on a file of the library, on a share or on a library server.</summary>
/// <example>
/// <code>Get-LabDependentLibraryResource base.vhd</code>
/// Lists the templates and profiles that need a disk.
/// </example>
/// <example>
/// <code>Get-LabDependentLibraryResource tools.iso | Get-LabVMDvdDrive</code>
/// Lists the DVD drives that read an image from the library.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDependentLibraryResource", DefaultParameterSetName = "LibraryResource")]
[OutputType(typeof(VMTemplate), typeof(GuestOSProfile), typeof(VirtualMachine))]
[Alias("Get-DependentLibraryObject")]
public sealed class GetLabDependentLibraryResourceCommand : LabCmdlet
{
    /// <summary>The file, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LibraryResource", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [Alias("LibraryObject")]
    [ValidateNotNullOrEmpty]
    public string? LibraryResource { get; set; }

    /// <summary>The share, by name or network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LibraryShare")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryShareView>))]
    [ValidateNotNullOrEmpty]
    public string? LibraryShare { get; set; }

    /// <summary>The library server, by its computer's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "LibraryServer")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [ValidateNotNullOrEmpty]
    public string? LibraryServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        HashSet<int> resources = [.. handle.Lab.Views<LibraryResourceView>().Where(Meant()).Select(view => view.Key)];
        foreach (VMTemplateView view in handle.Lab.Views<VMTemplateView>())
        {
            if (view.NeededKeys.Any(resources.Contains))
            {
                WriteObject(LabObjects.Of(handle, view));
            }
        }

        foreach (GuestOSProfileView view in handle.Lab.Views<GuestOSProfileView>())
        {
            if (view.AnswerFileKey is { } key && resources.Contains(key))
            {
                WriteObject(LabObjects.Of(handle, view));
            }
        }

        foreach (int vm in handle.Lab.Views<VirtualDVDDriveView>()
            .Where(view => view.ResourceKey is { } key && resources.Contains(key))
            .Select(static view => view.VMKey).Distinct())
        {
            WriteObject(LabObjects.Of(handle, handle.Lab.View<VirtualMachineView>(vm)!));
        }
    }

    private Func<LibraryResourceView, bool> Meant()
    {
        LabHandle handle = Handle;
        if (LibraryResource is not null)
        {
            int resource = VmmNames.Resource(handle, LibraryResource).Number;
            return view => view.Key == resource;
        }

        if (LibraryShare is not null)
        {
            int share = VmmNames.Share(handle, LibraryShare).Number;
            return view => view.ShareKey == share;
        }

        int server = VmmNames.Library(handle, LibraryServer)!.Value.Number;
        HashSet<int> shares = [.. handle.Lab.Views<LibraryShareView>()
            .Where(view => view.LibraryServerKey == server).Select(view => view.Key)];
        return view => shares.Contains(view.ShareKey);
    }
}
