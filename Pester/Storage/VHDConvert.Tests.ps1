BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    # Noise, zeros and noise again, so that a dynamic disk has blocks of each kind.
    $bytes = [byte[]]::new(12MB)
    $random = [Random]::new(7)
    $noise = [byte[]]::new(1MB)
    foreach ($offset in 0, 5MB, 11MB) {
        $random.NextBytes($noise)
        $noise.CopyTo($bytes, $offset)
    }
    [IO.File]::WriteAllBytes("$TestDrive/source.img", $bytes)
    $hash = (Get-FileHash source.img).Hash

    function Get-DiskHash($Path) {
        $raw = "$TestDrive/$([guid]::NewGuid()).raw"
        Convert-LabVHD -LiteralPath $Path $raw
        (Get-FileHash $raw).Hash
        Remove-Item $raw
    }
}

AfterAll { Pop-Location }

Describe 'Convert-LabVHD on files of this computer' {
    It 'makes a <Type> <Extension> that holds the same bytes' -ForEach @(
        @{ Type = 'Fixed'; Extension = 'vhd' }, @{ Type = 'Dynamic'; Extension = 'vhd' }
        @{ Type = 'Fixed'; Extension = 'vhdx' }, @{ Type = 'Dynamic'; Extension = 'vhdx' }
    ) {
        $disk = Convert-LabVHD source.img "new-$Type.$Extension" -VHDType $Type -Passthru
        $disk.VhdType | Should -Be $Type
        $disk.VhdFormat | Should -Be $Extension
        $disk.Size | Should -Be 12MB
        Get-DiskHash "new-$Type.$Extension" | Should -Be $hash
    }

    It 'keeps the type unless told otherwise, and makes a raw image dynamic' {
        (Convert-LabVHD source.img kept.vhd -Passthru).VhdType | Should -Be 'Dynamic'
        (Convert-LabVHD new-Fixed.vhdx kept2.vhd -Passthru).VhdType | Should -Be 'Fixed'
        New-LabVHD ./top.vhd -ParentPath ./kept.vhd | Out-Null
        (Convert-LabVHD top.vhd flat.vhd -Passthru).VhdType | Should -Be 'Dynamic'
        Get-DiskHash flat.vhd | Should -Be $hash
    }

    It 'keeps the sectors, as the real cmdlet does' {
        (Convert-LabVHD kept.vhd sectors.vhdx -Passthru).PhysicalSectorSize | Should -Be 512
        New-LabVHD ./4k.vhdx 8MB -LogicalSectorSizeBytes 4096 | Out-Null
        { Convert-LabVHD 4k.vhdx 4k.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.ConvertLabVHDCommand'
    }

    It 'takes what differs from a parent' {
        $child = Convert-LabVHD source.img child.vhd -ParentPath kept.vhd -Passthru
        $child.VhdType | Should -Be 'Differencing'
        $child.FileSize | Should -BeLessThan 1MB
        Get-DiskHash child.vhd | Should -Be $hash
    }

    It 'takes blocks of another size' {
        (Convert-LabVHD kept.vhd small.vhd -BlockSizeBytes 512KB -Passthru).BlockSize | Should -Be 512KB
        Get-DiskHash small.vhd | Should -Be $hash
    }

    It 'takes files from Get-ChildItem' {
        Copy-Item kept.vhd '[1].vhd'
        Get-ChildItem -LiteralPath '[1].vhd' | Convert-LabVHD -DestinationPath one.vhdx
        Get-DiskHash one.vhdx | Should -Be $hash
    }

    It 'deletes the source when that is asked for' {
        Copy-Item kept.vhd gone.vhd
        Convert-LabVHD gone.vhd moved.vhdx -DeleteSource
        Test-Path gone.vhd | Should -BeFalse
        Get-DiskHash moved.vhdx | Should -Be $hash
    }

    It 'writes nothing without -Passthru, and changes nothing under -WhatIf' {
        Convert-LabVHD kept.vhd quiet.vhd | Should -BeNullOrEmpty
        Convert-LabVHD kept.vhd what.vhd -DeleteSource -WhatIf
        Test-Path what.vhd | Should -BeFalse
        Test-Path kept.vhd | Should -BeTrue
    }

    It 'goes on in the background with -AsJob' {
        $job = Convert-LabVHD kept.vhd later.vhd -VHDType Fixed -AsJob -Passthru
        ($job | Wait-Job | Receive-Job).VhdType | Should -Be 'Fixed'
        $job.State | Should -Be 'Completed'
        $job | Remove-Job
    }

    It 'says what was wrong in the background, too' {
        $job = Convert-LabVHD kept.vhd later.vhd -AsJob
        $job | Wait-Job | Receive-Job -ErrorAction SilentlyContinue -ErrorVariable refused
        $job.State | Should -Be 'Failed'
        $refused[0] | Should -BeLike '*exists*'
        $job | Remove-Job
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a file that is there'; To = 'kept.vhd'; Id = 'OperationFailed' }
        @{ What = 'a folder that is not there'; To = 'none/x.vhd'; Id = 'OperationFailed' }
        @{ What = 'an unknown extension'; To = 'x.vmdk'; Id = 'InvalidParameter' }
        @{ What = 'a dynamic raw image'; To = 'x.img'; Type = 'Dynamic'; Id = 'InvalidParameter' }
        @{ What = 'a difference to nothing'; To = 'x.vhd'; Type = 'Differencing'; Id = 'InvalidParameter' }
    ) {
        $count = (Get-ChildItem).Count
        { Convert-LabVHD flat.vhd $To -VHDType ($Type ?? 'Unknown') -ErrorAction Stop } |
            Should -Throw -ErrorId "$Id,HyperVLab.Commands.Storage.ConvertLabVHDCommand"
        (Get-ChildItem).Count | Should -Be $count
    }

    It 'refuses what is no disk' {
        Set-Content text.vhd 'no disk'
        { Convert-LabVHD text.vhd x.vhd -ErrorAction Stop } | Should -Throw '*corrupted*'
        { Convert-LabVHD none.vhd x.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.ConvertLabVHDCommand'
    }

    It 'shows how far it is, and leaves nothing when it is stopped' {
        $shell = [powershell]::Create().AddScript({
                param($Module, $Folder)
                Import-Module $Module
                Set-Location $Folder
                New-LabVHD ./huge.vhdx 8TB | Out-Null
                $file = [IO.File]::Create("$Folder/huge.img")
                $file.SetLength(24GB)
                $file.Dispose()
                $chunk = [byte[]]::new(16MB)
                [Array]::Fill($chunk, [byte]1)
                $file = [IO.File]::OpenWrite("$Folder/huge.img")
                foreach ($part in 1..24) { $file.Write($chunk, 0, $chunk.Length) }
                $file.Dispose()
                'ready'
                foreach ($round in 1..500) {
                    Convert-LabVHD huge.img huge.vhd -BlockSizeBytes 512KB
                    Remove-Item huge.vhd
                }
            }).AddArgument("$PSScriptRoot/../../HyperVLab.psd1").AddArgument("$TestDrive")
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -eq 0 -and $shell.InvocationStateInfo.State -eq 'Running') { Start-Sleep -Milliseconds 20 }
        Start-Sleep -Milliseconds 900
        $shell.Stop()
        Get-ChildItem huge.*partial* | Should -BeNullOrEmpty
        (Get-Item huge.img).Length | Should -Be 24GB
        $shell.Streams.Progress.Count | Should -BeGreaterThan 0
        $shell.Streams.Progress[0].Activity | Should -BeLike 'Converting*huge.img'
        $shell.Dispose()
        Remove-Item huge.*
    }
}

Describe "Convert-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab | Out-Null
        Add-LabHost OLD | Out-Null
        Install-LabOperatingSystem OLD -Edition HyperVServer2008R2
        Enable-LabRemoteManagement OLD
        Add-LabHost NEW | Out-Null
        Install-LabOperatingSystem NEW -Edition HyperVServer2012
        Enable-LabRemoteManagement NEW
        Join-LabDomain lab.local -ComputerName OLD, NEW -Restart
        New-LabVHD C:\VMs\web01.vhd 128MB -ComputerName OLD | Out-Null
        New-LabVM web01 -MemoryStartupBytes 512MB -VHDPath C:\VMs\web01.vhd -ComputerName OLD | Out-Null
        Install-LabGuestOS web01 -OperatingSystem 'Windows Server 2008 R2 Enterprise'
        $hash = Get-DiskHash (Get-LabVHD C:\VMs\web01.vhd -ComputerName OLD).LocalPath
    }

    AfterAll { Remove-Lab Lab }

    It 'makes a disk with the same bytes, and takes its room' {
        $before = (Get-LabVolume C -ComputerName OLD).SizeRemaining
        $disk = Convert-LabVHD C:\VMs\web01.vhd C:\VMs\copy.vhd -VHDType Fixed -ComputerName OLD -Passthru
        $disk.VhdType | Should -Be 'Fixed'
        $before - (Get-LabVolume C -ComputerName OLD).SizeRemaining | Should -Be (128MB + 4096)
        Get-DiskHash $disk.LocalPath | Should -Be $hash
    }

    It 'makes no VHDX before Windows Server 2012, and one from then on' {
        { Convert-LabVHD C:\VMs\web01.vhd C:\VMs\web01.vhdx -ComputerName OLD -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.ConvertLabVHDCommand'
        New-LabVHD C:\VMs\a.vhd 1GB -ComputerName NEW | Out-Null
        $disk = Convert-LabVHD C:\VMs\a.vhd C:\VMs\a.vhdx -ComputerName NEW -DeleteSource -Passthru
        $disk.VhdFormat | Should -Be 'VHDX'
        { Get-LabVHD C:\VMs\a.vhd -ComputerName NEW -ErrorAction Stop } | Should -Throw '*0x80070002*'
    }

    It 'refuses what does not fit, and nothing has changed' {
        $before = (Get-LabVolume C -ComputerName OLD).SizeRemaining
        New-LabVHD C:\VMs\large.vhd 500GB -ComputerName OLD | Out-Null
        $after = (Get-LabVolume C -ComputerName OLD).SizeRemaining
        { Convert-LabVHD C:\VMs\large.vhd C:\VMs\full.vhd -VHDType Fixed -ComputerName OLD -ErrorAction Stop } |
            Should -Throw '*0x80070070*'
        (Get-LabVolume C -ComputerName OLD).SizeRemaining | Should -Be $after
        $after | Should -BeLessThan $before
    }

    It 'refuses the disk of a virtual machine that is not off' {
        Start-LabVM web01
        { Convert-LabVHD C:\VMs\web01.vhd C:\VMs\x.vhd -ComputerName OLD -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.ConvertLabVHDCommand'
        Save-LabVM web01
        { Convert-LabVHD C:\VMs\web01.vhd C:\VMs\x.vhd -ComputerName OLD -ErrorAction Stop } |
            Should -Throw "*virtual machine 'web01'*0x80070020*"
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Convert-LabVHD C:\VMs\copy.vhd C:\VMs\what.vhd -ComputerName OLD -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'leaves the files of a lab alone where they are given by their local paths' {
        $local = (Get-LabVHD C:\VMs\copy.vhd -ComputerName OLD).LocalPath
        { Convert-LabVHD $local x.vhd -DeleteSource -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.ConvertLabVHDCommand'
        { Repair-LabVHD $local -ErrorAction Stop } | Should -Throw '*-ComputerName*'
    }
}
