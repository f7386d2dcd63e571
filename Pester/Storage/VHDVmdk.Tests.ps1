BeforeDiscovery {
    $qemu = Get-Command qemu-img -CommandType Application -ErrorAction Ignore
}

BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    # A flat disk of VMware's: a descriptor, and a file of the disk's bytes.
    $bytes = [byte[]]::new(4MB)
    [Random]::new(7).NextBytes($bytes)
    [IO.File]::WriteAllBytes("$TestDrive/web01-flat.vmdk", $bytes)
    [IO.File]::WriteAllBytes("$TestDrive/web01.img", $bytes)

    function Write-Descriptor($Path, $Extent, $ParentCID = 'ffffffff') {
        $lines = '# Disk DescriptorFile', 'version=1', 'CID=0000beef', "parentCID=$ParentCID", 'createType="custom"'
        Set-Content $Path ($lines + $Extent)
    }

    Write-Descriptor web01.vmdk 'RW 8192 FLAT "web01-flat.vmdk" 0'
}

AfterAll { Pop-Location }

Describe 'Disks of VMware' {
    It 'are described as they are' {
        $disk = Get-LabVHD web01.vmdk
        $disk.VhdFormat | Should -Be 'VMDK'
        $disk.VhdType | Should -Be 'Fixed'
        $disk.Size | Should -Be 4MB
        $disk.FileSize | Should -BeGreaterThan 4MB
        Test-LabVHD web01.vmdk | Should -BeTrue
    }

    It 'become VHD and VHDX with the same bytes' {
        foreach ($extension in 'vhd', 'vhdx') {
            Convert-LabVHD web01.vmdk "web01.$extension" -VHDType Dynamic
            Convert-LabVHD "web01.$extension" "back-$extension.img"
            (Get-FileHash "back-$extension.img").Hash | Should -Be (Get-FileHash web01.img).Hash
        }
    }

    It 'are never written' {
        { New-LabVHD new.vmdk 4MB -ErrorAction Stop } | Should -Throw '*ends with .vhd or .vhdx*'
        { Repair-LabVHD web01.vmdk -ErrorAction Stop } | Should -Throw '*A VMDK is only read*'
        { Resize-LabVHD web01.vmdk 8MB -ErrorAction Stop } | Should -Throw '*cannot change its size*'
    }

    It 'keep their files, if they have several, under -DeleteSource' {
        { Convert-LabVHD web01.vmdk gone.vhd -DeleteSource -ErrorAction Stop } | Should -Throw '*in several files*'
        'web01.vmdk' | Should -Exist
        'gone.vhd' | Should -Not -Exist
    }

    It 'open no <Name>' -ForEach @(
        @{ Name = '../secret' }, @{ Name = '/etc/passwd' }, @{ Name = 'C:\secret.vmdk' }, @{ Name = '..' }
    ) {
        Write-Descriptor bad.vmdk "RW 8 FLAT `"$Name`" 0"
        { Get-LabVHD bad.vmdk -ErrorAction Stop } | Should -Throw '*only files beside the descriptor are opened*'
        { Convert-LabVHD bad.vmdk bad.vhd -ErrorAction Stop } | Should -Throw '*only files beside the descriptor*'
        Test-LabVHD bad.vmdk -WarningAction SilentlyContinue | Should -BeFalse
        'bad.vhd' | Should -Not -Exist
    }

    It 'that are differences of snapshots are refused with what to do' {
        Write-Descriptor delta.vmdk 'RW 8192 SPARSE "web01-delta.vmdk"' -ParentCID 0000beef
        { Convert-LabVHD delta.vmdk delta.vhd -ErrorAction Stop } | Should -Throw "*delete the machine's snapshots*"
    }

    It 'that qemu made as <_> become VHDs with the same bytes' -Skip:(-not $qemu) -ForEach @(
        'monolithicSparse', 'monolithicFlat', 'twoGbMaxExtentSparse', 'twoGbMaxExtentFlat', 'streamOptimized'
    ) {
        qemu-img convert -f raw -O vmdk -o "subformat=$_" "$TestDrive/web01.img" "$TestDrive/$_.vmdk"
        Convert-LabVHD "$_.vmdk" "$_.vhd"
        Convert-LabVHD "$_.vhd" "$_.img"
        (Get-FileHash "$_.img").Hash | Should -Be (Get-FileHash web01.img).Hash
    }
}
