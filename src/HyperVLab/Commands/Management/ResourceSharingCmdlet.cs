using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;
using GuestOSProfile = HyperVLab.Objects.GuestOSProfile;
using HardwareProfile = HyperVLab.Objects.HardwareProfile;
using LibraryResource = HyperVLab.Objects.LibraryResource;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;
using VMTemplate = HyperVLab.Objects.VMTemplate;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that says who else may use a thing.</summary>
public abstract class ResourceSharingCmdlet : VmmRequestCmdlet
{
    /// <summary>
    /// A virtual machine, template, profile or file of the library, as the Get- cmdlets write it; or the name of a
    /// virtual machine, or else of a template.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object Resource { get; set; } = null!;

    /// <summary>The roles of self-service users. Without it, the one that the user has.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string[]? UserRoleName { get; set; }

    /// <summary>The one of their members who is meant. Without it, all of them.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    private object Thing => Resource is PSObject wrapped ? wrapped.BaseObject : Resource;

    /// <inheritdoc/>
    private protected sealed override string TargetName => Thing.ToString()!;

    /// <summary>A request about the thing and those who are meant.</summary>
    /// <exception cref="LabException">Nothing of that name is there, or it is nothing that is shared.</exception>
    private protected TRequest About<TRequest>(TRequest request)
        where TRequest : ResourceSharing
    {
        ResourceSharing named = request with
        {
            UserRoleName = [.. (UserRoleName ?? []).Select(name => UserRoleNames.Role(Handle, name))],
            UserName = UserName is null
                ? null
                : new Key<Account>(ThingNames.FindOne<AccountView>(Handle, UserName).Key),
        };
        return (TRequest)(Thing switch
        {
            VirtualMachine vm => named with { VM = vm.Key },
            VMTemplate template => named with { VMTemplate = new(template.Number) },
            HardwareProfile profile => named with { HardwareProfile = new(profile.Number) },
            GuestOSProfile profile => named with { GuestOSProfile = new(profile.Number) },
            LibraryResource file => named with { LibraryResource = new(file.Number) },
            LabObject other => throw ModuleErrors.ResourceKind.For(
                other.ToString(), other.ToString() ?? string.Empty, other.GetType().Name),
            var name => Find(named, name.ToString()!),
        });
    }

    private ResourceSharing Find(ResourceSharing request, string name)
    {
        bool isVM = Handle.Lab.Views<VirtualMachineView>(name).Count > 0;
        return !isVM && Handle.Lab.Views<VMTemplateView>(name) is [var template]
            ? request with { VMTemplate = new(template.Key) }
            : request with { VM = new(ThingNames.FindOne<VirtualMachineView>(Handle, name).Key) };
    }
}
