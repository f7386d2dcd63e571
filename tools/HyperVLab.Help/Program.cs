using HyperVLab.Help;

// HyperVLab.Help maml <HyperVLab.dll> <file>     writes the help that Get-Help shows
// HyperVLab.Help pages <HyperVLab.dll> <folder>  writes a page for each cmdlet
if (args is not [("maml" or "pages") and var form, var assembly, var target])
{
    Console.Error.WriteLine("Usage: HyperVLab.Help maml|pages <HyperVLab.dll> <target>");
    return 2;
}

IReadOnlyList<CmdletHelp> cmdlets = HelpReader.Read(assembly);
if (form == "maml")
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
    MamlWriter.Make(cmdlets).Save(target);
}
else
{
    PageWriter.WriteAll(cmdlets, target);
}

return 0;
