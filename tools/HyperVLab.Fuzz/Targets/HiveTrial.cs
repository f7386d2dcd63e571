using HyperVLab.Disks.Registry;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Everything that can be done with a hive that opened.</summary>
internal static class HiveTrial
{
    private const int MostKeys = 100_000;

    public static void Run(RegistryHive hive, FuzzCase trial)
    {
        trial.WasOpened = true;
        var isSound = trial.Step("check", hive.Check);
        var isRead = trial.Step("read", () => ReadAll(hive, trial));
        FuzzFailureException.Unless(!isSound || isRead, "A hive that is sound cannot be read.");
        trial.Step("name", () => _ = (ComputerName.Read(hive), ComputerName.ReadHostName(hive)));
        trial.Step("sid", () => _ = MachineSid.Read(hive));
        hive.AcceptDirty();
        var isChanged = trial.Step("change", () => Change(hive, trial));
        FuzzFailureException.Unless(!isSound || isChanged, "A hive that is sound cannot be changed.");
        if (isSound && isChanged)
        {
            var again = RegistryHive.Open(hive.ToBytes());
            again.Check();
            FuzzFailureException.Unless(
                again.Find(@"New\Key")?.FindValue("x")?.ReadData().Length == 20_000, "What was written is not there.");
        }
    }

    private static void ReadAll(RegistryHive hive, FuzzCase trial)
    {
        var open = new Stack<RegistryKey>([hive.Root]);
        for (var i = 0; i < MostKeys && open.TryPop(out var key); i++)
        {
            _ = (key.Name, key.ClassName, key.LastWritten, key.ReadSecurityDescriptor(), key.IsSymbolicLink);
            foreach (var value in key.Values)
            {
                _ = (value.Name, value.ReadText(), value.ReadTexts(), value.ReadNumber());
                trial.Note($"type {Math.Clamp((int)value.Type, -1, 12)}");
            }

            foreach (var subkey in key.Subkeys)
            {
                open.Push(subkey);
            }
        }
    }

    private static void Change(RegistryHive hive, FuzzCase trial)
    {
        var key = hive.Root.CreateSubkey(@"New\Key");
        key.SetValue("x", RegistryValueType.Binary, new byte[20_000]);
        key.SetText("y", "text");
        key.DeleteValue("y");
        foreach (var subkey in hive.Root.Subkeys.Where(subkey => subkey.Name != "New").ToList())
        {
            try
            {
                ChangeKey(hive, subkey, trial.Random.Next(4));
            }
            catch (InvalidOperationException)
            {
                // A key that holds a handle takes no values.
                trial.Note("handle");
            }
        }

        MachineSid.Read(hive)?.Change(hive, new MachineSid(7, 8, 9));
    }

    private static void ChangeKey(RegistryHive hive, RegistryKey key, int kind)
    {
        switch (kind)
        {
            case 0:
                hive.Root.DeleteSubkey(key.Name);
                break;
            case 1 when hive.Find("Renamed") is null:
                key.Rename("Renamed");
                break;
            case 2:
                key.SetText("", key.Name);
                break;
            default:
                key.SetSecurityDescriptor([1, 2, 3]);
                break;
        }
    }
}
