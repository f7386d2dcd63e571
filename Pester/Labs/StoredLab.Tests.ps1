BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $script:module = (Resolve-Path $PSScriptRoot/../../HyperVLab.psd1).Path
    $script:pwsh = (Get-Process -Id $PID).Path
}

Describe 'A lab that is kept in a folder' {
    AfterEach { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'is there when it is opened again' {
        $lab = New-Lab branch -Preset BladeCenterS -Path TestDrive:/closed
        $lab.Survives | Should -Match 'Open-Lab'
        New-LabVM kept01 -ComputerName HVR2NODO1 -NewVHDPath kept01.vhd -NewVHDSizeBytes 1GB | Start-LabVM
        $hash = $lab.JournalHash
        Close-Lab
        Get-Lab -WarningAction Ignore | Should -BeNullOrEmpty
        $again = Get-Item TestDrive:/closed | Open-Lab
        $again.Name | Should -Be 'branch'
        $again.JournalHash | Should -Be $hash
        (Get-LabVM kept01).State | Should -Be 'Running'
        (Get-LabVHD -VMId (Get-LabVM kept01).VMId).Size | Should -Be 1GB
    }

    It 'opens under another name beside others' {
        New-Lab first -Path TestDrive:/named | Close-Lab
        New-Lab first | Out-Null
        { Open-Lab TestDrive:/named -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabExists,HyperVLab.Commands.Labs.OpenLabCommand'
        (Open-Lab TestDrive:/named second).Name | Should -Be 'second'
    }

    It 'is kept when it came from an export' {
        New-Lab source -Preset BladeCenterS | Out-Null
        Export-Lab TestDrive:/export | Import-Lab -Name imported -DestinationPath TestDrive:/imported | Close-Lab
        (Open-Lab TestDrive:/imported).JournalHash | Should -Be (Get-Lab source).JournalHash
    }

    It 'is where it was after its process was killed, again and again' {
        New-Lab killed -Preset BladeCenterS -Path TestDrive:/killed | Close-Lab
        $folder = (Resolve-Path TestDrive:/killed).ProviderPath
        foreach ($round in 1..4) {
            $script = @"
Import-Module '$module'
Open-Lab '$folder' | Out-Null
foreach (`$number in 1..1000) {
    `$vm = New-LabVM "vm$round-`$number" -ComputerName HVR2NODO1 -MemoryStartupBytes 32MB -NoVHD
    if (`$number % 2) { `$vm | Start-LabVM }
    [Console]::Out.WriteLine("`$vm `$(`$vm.State)")
    [Console]::Out.Flush()
}
"@
            $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh)
            '-NoProfile', '-Command', $script | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.RedirectStandardOutput = $true
            $process = [System.Diagnostics.Process]::Start($start)
            $reported = foreach ($line in 1..(2 * $round)) { $process.StandardOutput.ReadLine() }
            Start-Sleep -Milliseconds (7 * $round)
            $process.Kill()
            $process.WaitForExit()

            Open-Lab TestDrive:/killed | Out-Null
            if ($round -eq 1) { $reported[0] | Should -Be "vm1-1 Running" }
            $reported | ForEach-Object { $vm = Get-LabVM ($_ -split ' ')[0]; "$vm $($vm.State)" } | Should -Be $reported
            Test-Lab | Where-Object IsViolated | Should -BeNullOrEmpty
            Close-Lab
        }
    }

    It 'is open in one process only' {
        New-Lab busy -Path TestDrive:/busy | Out-Null
        $folder = (Resolve-Path TestDrive:/busy).ProviderPath
        $open = "try { Open-Lab '$folder' -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId }"
        & $pwsh -NoProfile -Command "Import-Module '$module'; $open" |
            Should -Be 'StoredLabInUse,HyperVLab.Commands.Labs.OpenLabCommand'
        Close-Lab
        & $pwsh -NoProfile -Command "Import-Module '$module'; (Open-Lab '$folder').Name" | Should -Be 'busy'
    }

    It 'is not opened where there is none' {
        { Open-Lab $PSScriptRoot -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoStoredLab,HyperVLab.Commands.Labs.OpenLabCommand'
    }

    It 'is not made where something is, and a lab that was refused leaves nothing' {
        New-Lab one -Path TestDrive:/one | Out-Null
        { New-Lab two -Path TestDrive:/one -ErrorAction Stop } |
            Should -Throw -ErrorId 'FolderInUse,HyperVLab.Commands.Labs.NewLabCommand'
        { New-Lab three -Path TestDrive:/three -Subnet nonsense -ErrorAction Stop } | Should -Throw
        'TestDrive:/three' | Should -Not -Exist
    }
}

Describe 'A lab of this process only' {
    AfterEach { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'is not closed, which would lose it' {
        New-Lab lost | Out-Null
        { Close-Lab -ErrorAction Stop } | Should -Throw -ErrorId 'LabNotKept,HyperVLab.Commands.Labs.CloseLabCommand'
        (Get-Lab).Name | Should -Be 'lost'
    }
}

Describe 'Importing the module' {
    It 'loads no database before a lab is kept' {
        $count = "[AppDomain]::CurrentDomain.GetAssemblies().Where{ `$_.GetName().Name -match 'Sqlite|Store' }.Count"
        & $pwsh -NoProfile -Command "Import-Module '$module'; New-Lab a | Out-Null; $count" | Should -Be 0
    }
}
