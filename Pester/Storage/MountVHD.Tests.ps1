BeforeAll {
    $module = "$PSScriptRoot/../../HyperVLab.psd1"
    Import-Module $module
    Push-Location TestDrive:/
    $mount = 'HyperVLab.Commands.Storage.MountLabVHDCommand'
    $dismount = 'HyperVLab.Commands.Storage.DismountLabVHDCommand'
    $hasQemu = [bool](Get-Command qemu-io -ErrorAction Ignore)

    # Asks a client of another project to do something with a disk; returns what it said.
    function Invoke-Client([string] $Uri, [string[]] $Command, [switch] $ReadOnly) {
        $arguments = @(if ($ReadOnly) { '-r' }; foreach ($one in $Command) { '-c'; $one })
        $said = qemu-io -f raw $Uri @arguments 2>&1
        if ($LASTEXITCODE -ne 0) { throw "qemu-io: $said" }
        $said
    }

    # Runs a script in a pwsh of its own, in this folder, with the module.
    function Invoke-Elsewhere([string] $Script) {
        $here = (Get-Item .).FullName
        pwsh -NoProfile -Command "Import-Module '$module'; Set-Location '$here'; $Script"
    }
}

AfterAll {
    Pop-Location
}

Describe 'Mounting a disk of this computer' {
    BeforeEach {
        New-LabVHD ./disk.vhd 64MB | Out-Null
    }

    AfterEach {
        Get-LabVHD ./*.vhd | Where-Object Attached | Dismount-LabVHD
        Remove-Item ./*.vhd
    }

    It 'needs no lab, writes nothing, and is seen' {
        Mount-LabVHD ./disk.vhd | Should -BeNullOrEmpty
        $disk = Get-LabVHD ./disk.vhd
        $disk.Attached | Should -BeTrue
        $disk.DiskNumber | Should -BeGreaterThan 0
        $disk.Number | Should -Be $disk.DiskNumber
        $disk.Uri | Should -Match '^nbd'
        Dismount-LabVHD ./disk.vhd | Should -BeNullOrEmpty
        $disk = Get-LabVHD ./disk.vhd
        $disk.Attached | Should -BeFalse
        $disk.DiskNumber | Should -BeNullOrEmpty
        $disk.Uri | Should -BeNullOrEmpty
    }

    It 'gives other programs the bytes, and keeps what they write' {
        if (-not $hasQemu) { Set-ItResult -Skipped -Because 'qemu-io is not here' }
        $disk = Mount-LabVHD ./disk.vhd -Passthru
        Invoke-Client $disk.Uri 'write -P 0x5a 1M 64k', 'flush', 'read -P 0x5a 1M 64k', 'read -P 0 8M 1M'
        (Get-LabVHD ./disk.vhd).FileSize | Should -BeGreaterThan 2MB
        $after = Dismount-LabVHD ./disk.vhd -Passthru
        $after.Attached | Should -BeFalse
        $after.FileSize | Should -Be (Get-Item disk.vhd).Length
        $again = Mount-LabVHD ./disk.vhd -ReadOnly -Passthru
        Invoke-Client $again.Uri 'read -P 0x5a 1M 64k' -ReadOnly
        { Invoke-Client $again.Uri 'write 0 512' } | Should -Throw '*Permission denied*'
    }

    It 'gives a child over a parent, which is only read' {
        if (-not $hasQemu) { Set-ItResult -Skipped -Because 'qemu-io is not here' }
        $disk = Mount-LabVHD ./disk.vhd -Passthru
        Invoke-Client $disk.Uri 'write -P 1 0 1M', 'flush'
        Dismount-LabVHD ./disk.vhd
        New-LabVHD ./child.vhd -ParentPath ./disk.vhd | Out-Null
        $hash = (Get-FileHash ./disk.vhd).Hash
        $child = Mount-LabVHD ./child.vhd -Passthru
        Invoke-Client $child.Uri 'read -P 1 0 1M', 'write -P 2 512 512', 'read -P 2 512 512', 'read -P 1 1k 1k'
        { Mount-LabVHD ./disk.vhd -ErrorAction Stop } | Should -Throw -ErrorId "OperationFailed,$mount"
        Dismount-LabVHD ./child.vhd
        (Get-FileHash ./disk.vhd).Hash | Should -Be $hash
    }

    It 'takes wildcards, files from the pipeline, and literal paths' {
        New-LabVHD ./[a].vhd 3MB | Out-Null
        $disks = Get-ChildItem *.vhd | Mount-LabVHD -ReadOnly -Passthru
        $disks.Count | Should -Be 2
        $disks.DiskNumber | Select-Object -Unique | Should -HaveCount 2
        Dismount-LabVHD ./*.vhd
        (Get-LabVHD ./*.vhd).Attached | Should -Not -Contain $true
        Mount-LabVHD -LiteralPath ./[a].vhd
        (Get-LabVHD -LiteralPath ./[a].vhd).Attached | Should -BeTrue
        Dismount-LabVHD -LiteralPath ./[a].vhd
    }

    It 'ends by the number of the disk' {
        $disk = Mount-LabVHD ./disk.vhd -Passthru
        $disk | Select-Object DiskNumber | ForEach-Object { Dismount-LabVHD $_.DiskNumber }
        (Get-LabVHD ./disk.vhd).Attached | Should -BeFalse
        { Dismount-LabVHD -DiskNumber 4000 -ErrorAction Stop } | Should -Throw -ErrorId "ObjectNotFound,$dismount"
    }

    It 'makes the socket that is asked for, for its user alone' -Skip:$IsWindows {
        $disk = Mount-LabVHD ./disk.vhd -Socket ./my.sock -Passthru
        $disk.Uri | Should -Match '/my\.sock$'
        [int] (Get-Item ./my.sock).UnixFileMode | Should -Be 384 -Because 'it is rw-------'
        Dismount-LabVHD ./disk.vhd
        Test-Path ./my.sock | Should -BeFalse
    }

    It 'opens the port that is asked for' {
        $disk = Mount-LabVHD ./disk.vhd -Port 0 -ReadOnly -Passthru
        $disk.Uri | Should -Match '^nbd://127\.0\.0\.1:\d+/disk\.vhd$'
        if ($hasQemu) { Invoke-Client $disk.Uri 'read -P 0 0 1M' -ReadOnly }
        New-LabVHD ./other.vhd 3MB | Out-Null
        { Mount-LabVHD ./other.vhd -Port ([uri] $disk.Uri).Port -ErrorAction Stop } |
            Should -Throw -ErrorId "OperationFailed,$mount"
        (Get-LabVHD ./other.vhd).Attached | Should -BeFalse
    }

    It 'refuses what cannot be' {
        { Mount-LabVHD ./none.vhd -ErrorAction Stop } | Should -Throw -ErrorId "ObjectNotFound,$mount"
        { Mount-LabVHD ./disk.vhd -Port 70000 } | Should -Throw -ErrorId "ParameterArgumentValidationError,$mount"
        { Mount-LabVHD ./disk.vhd -Port 0 -Socket ./a.sock -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$mount"
        { Mount-LabVHD ./disk.vhd -Socket "./$('a' * 200)" -ErrorAction Stop } |
            Should -Throw -ErrorId "OperationFailed,$mount"
        Set-Content text.vhd 'no disk'
        { Mount-LabVHD ./text.vhd -ErrorAction Stop } | Should -Throw '*corrupted*'
        Remove-Item text.vhd
        { Dismount-LabVHD ./disk.vhd -ErrorAction Stop } | Should -Throw -ErrorId "InvalidState,$dismount"
        Mount-LabVHD ./disk.vhd
        { Mount-LabVHD ./disk.vhd -ReadOnly -ErrorAction Stop } | Should -Throw -ErrorId "OperationFailed,$mount"
    }

    It 'does nothing under -WhatIf' {
        Mount-LabVHD ./disk.vhd -WhatIf
        (Get-LabVHD ./disk.vhd).Attached | Should -BeFalse
        Mount-LabVHD ./disk.vhd -NoDriveLetter
        Dismount-LabVHD ./disk.vhd -WhatIf
        (Get-LabVHD ./disk.vhd).Attached | Should -BeTrue
    }

    It 'is seen by all runspaces of the process' {
        Mount-LabVHD ./disk.vhd
        $path = (Get-Item disk.vhd).FullName
        $seen = 1 | ForEach-Object -Parallel {
            Import-Module $using:module
            (Get-LabVHD $using:path).Attached
            Dismount-LabVHD $using:path
        }
        $seen | Should -BeTrue
        (Get-LabVHD ./disk.vhd).Attached | Should -BeFalse
    }

    It 'is seen by other processes, which cannot end it' {
        $disk = Mount-LabVHD ./disk.vhd -Passthru
        $seen = Invoke-Elsewhere @'
$disk = Get-LabVHD ./disk.vhd; $disk.Attached; $disk.DiskNumber; $disk.Uri; $disk.Size
$ErrorActionPreference = 'Stop'
foreach ($change in { Dismount-LabVHD ./disk.vhd }, { Mount-LabVHD ./disk.vhd -ReadOnly }) {
    try { & $change } catch { $_.FullyQualifiedErrorId; "$_" }
}
'@
        $seen[0..3] | Should -Be 'True', "$($disk.DiskNumber)", $disk.Uri, '67108864'
        $seen | Should -Contain "OperationFailed,$mount"
        $seen -match "mounted by the process $PID" | Should -Not -BeNullOrEmpty
        (Get-LabVHD ./disk.vhd).Attached | Should -BeTrue
    }

    It 'is over when its process has ended, however that was' {
        Invoke-Elsewhere 'Mount-LabVHD ./disk.vhd -Passthru | ForEach-Object Attached' | Should -Be 'True'
        (Get-LabVHD ./disk.vhd).Attached | Should -BeFalse
        Invoke-Elsewhere 'Mount-LabVHD ./disk.vhd; Stop-Process -Id $PID -Force'
        (Get-LabVHD ./disk.vhd).Attached | Should -BeFalse
        Mount-LabVHD ./disk.vhd
        (Get-LabVHD ./disk.vhd).Attached | Should -BeTrue
    }

    It 'keeps what was flushed when its process is killed' {
        if (-not $hasQemu) { Set-ItResult -Skipped -Because 'qemu-io is not here' }
        Invoke-Elsewhere @'
$disk = Mount-LabVHD ./disk.vhd -Passthru
qemu-io -f raw $disk.Uri -c 'write -P 7 5M 1M' -c flush -c 'write -P 8 9M 1M' | Out-Null
Stop-Process -Id $PID -Force
'@
        $disk = Mount-LabVHD ./disk.vhd -ReadOnly -Passthru
        Invoke-Client $disk.Uri 'read -P 7 5M 1M' -ReadOnly
    }

    It 'ends with the module' {
        $state = Invoke-Elsewhere @'
$uri = (Mount-LabVHD ./disk.vhd -Socket ./gone.sock -Passthru).Uri
Test-Path ./gone.sock
Remove-Module HyperVLab
Test-Path ./gone.sock
'@
        $state[0] | Should -Be 'True'
        $state[1] | Should -Be 'False'
    }
}

Describe "Mounting a disk of a lab's host" {
    BeforeAll {
        New-Lab | Out-Null
        Add-LabHost HOST1 | Out-Null
        Install-LabOperatingSystem HOST1 -Edition HyperVServer2008R2
        Enable-LabRemoteManagement HOST1
        Join-LabDomain lab.local -ComputerName HOST1 -Restart
        New-LabVHD C:\VMs\web01.vhd 1GB -ComputerName HOST1 | Out-Null
    }

    BeforeEach {
        Enter-LabHost HOST1
    }

    AfterEach {
        Get-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 | Where-Object Attached | Dismount-LabVHD
    }

    AfterAll {
        Exit-LabHost
        Remove-Lab Lab
    }

    It 'attaches it to the host and offers the bytes of its file' {
        $disk = Mount-LabVHD C:\VMs\web01.vhd -Passthru
        $disk.ComputerName | Should -Be 'HOST1'
        $disk.Attached | Should -BeTrue
        $disk.DiskNumber | Should -Be 1
        $disk.Uri | Should -Match '^nbd.*web01\.vhd'
        if ($hasQemu) { Invoke-Client $disk.Uri 'write -P 9 512M 1M', 'flush' }
        $after = Dismount-LabVHD c:\vms\WEB01.vhd -Passthru
        $after.Attached | Should -BeFalse
        $after.Uri | Should -BeNullOrEmpty
        $after.FileSize | Should -Be (Get-Item $after.LocalPath).Length
        if ($hasQemu) { $after.FileSize | Should -BeGreaterThan 2MB }
        $entry = Get-LabJob | Where-Object Name -EQ DismountVHD | Select-Object -Last 1
        $entry.Script | Should -Match "-FileSizeBytes $($after.FileSize)"
    }

    It 'keeps virtual machines from it, and is kept by them' {
        New-LabVM web01 -MemoryStartupBytes 512MB -VHDPath C:\VMs\web01.vhd | Out-Null
        Mount-LabVHD C:\VMs\web01.vhd -ReadOnly
        { Start-LabVM web01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Compute.StartLabVMCommand'
        Dismount-LabVHD -DiskNumber 1 -ComputerName HOST1
        Start-LabVM web01
        { Mount-LabVHD C:\VMs\web01.vhd -ReadOnly -ErrorAction Stop } |
            Should -Throw -ErrorId "OperationFailed,$mount"
        Stop-LabVM web01 -TurnOff -Force
        Remove-LabVM web01 -Force
    }

    It 'ends with the power of the host' {
        $disk = Mount-LabVHD C:\VMs\web01.vhd -Passthru
        Exit-LabHost
        Stop-LabHost HOST1 -TurnOff -Confirm:$false
        if ($hasQemu) { { Invoke-Client $disk.Uri 'read 0 512' } | Should -Throw }
        Start-LabHost HOST1
        (Get-LabVHD C:\VMs\web01.vhd -ComputerName HOST1).Attached | Should -BeFalse
        { Dismount-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidState,$dismount"
    }

    It 'is refused by its local path, and where the place is not possible nothing is mounted' {
        $local = (Get-LabVHD C:\VMs\web01.vhd).LocalPath
        { Mount-LabVHD C:\VMs\web01.vhd -Socket "./$('a' * 200)" -ErrorAction Stop } |
            Should -Throw -ErrorId "OperationFailed,$mount"
        (Get-LabVHD C:\VMs\web01.vhd).Attached | Should -BeFalse
        Exit-LabHost
        { Mount-LabVHD $local -ErrorAction Stop } | Should -Throw -ErrorId "InvalidParameter,$mount"
    }
}
