using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;
using UserRole = HyperVLab.Engine.Management.Roles.UserRole;

namespace HyperVLab.Commands.Management;

/// <summary>Finds user roles and what can be in their scopes, by names.</summary>
internal static class UserRoleNames
{
    /// <summary>The user role of a name.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have one.</exception>
    public static Key<UserRole> Role(LabHandle handle, string name) => new(ThingNames.FindOne<UserRoleView>(
        handle, name, place: view => handle.Lab.View<VmmServerView>(view.ServerKey)?.Name ?? view.Name).Key);

    /// <summary>What can be in a role's scope, given by name or as an object.</summary>
    /// <exception cref="Engine.Requests.LabException">Nothing of that name is there.</exception>
    public static IReadOnlyList<ScopeItem>? Scope(LabHandle handle, object[]? things) => things is null
        ? null
        : [.. things.Select(thing => (thing is PSObject wrapped ? wrapped.BaseObject : thing) switch
        {
            LabObject known => new ScopeItem(ScopeKindOf(known), known.Number),
            var name => ScopeItem.Of(VmmNames.Group(handle, name.ToString())!.Value),
        })];

    // Objects are called as the real module's are, and entities after what they are.
    private static string ScopeKindOf(LabObject thing)
    {
        Type type = thing.GetType();
        while (!(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LabObject<,>)))
        {
            type = type.BaseType!;
        }

        return type.GetGenericArguments()[1].Name;
    }
}
